namespace NewsMesh.Entities.Tagging;

/// <summary>Takes the scores of the sequences <paramref name="first"/> … of a batch's order, one row for each of their words.</summary>
internal delegate void GroupScores(int first, int count, ReadOnlySpan<float> scores);
