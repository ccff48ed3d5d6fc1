namespace NewsMesh.Gateway.Views;

/// <summary>An entity without its places.</summary>
public sealed record EntitySummary(string Type, string Name, double Salience);
