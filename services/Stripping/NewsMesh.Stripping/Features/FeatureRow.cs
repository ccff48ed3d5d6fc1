namespace NewsMesh.Stripping.Features;

/// <summary>Takes down the features of one block in a fixed order; names them where somebody asks.</summary>
internal ref struct FeatureRow(Span<float> values, List<string>? names)
{
    private readonly Span<float> _values = values;

    public int Count { get; private set; }

    public void Add(string name, double value)
    {
        names?.Add(name);
        _values[Count++] = (float)value;
    }

    public void Add(string name, bool value) => Add(name, value ? 1 : 0);
}
