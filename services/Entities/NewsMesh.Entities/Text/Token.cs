namespace NewsMesh.Entities.Text;

/// <summary>A token's place in its text: UTF-16 indices, <paramref name="Start"/> inclusive, <paramref name="End"/> exclusive.</summary>
public readonly record struct Token(int Start, int End)
{
    public int Length => End - Start;

    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, Length);
}
