namespace NewsMesh.Dedup.Explaining;

/// <summary>Words in a row that two texts have.</summary>
/// <param name="Text">The passage as the first text has it.</param>
/// <param name="Words">Its words.</param>
/// <param name="StartInFirst">UTF-16 index of its first character in the first text.</param>
/// <param name="StartInSecond">UTF-16 index of its first character in the second text.</param>
public sealed record SharedPassage(string Text, int Words, int StartInFirst, int StartInSecond);
