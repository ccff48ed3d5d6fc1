namespace NewsMesh.Contracts;

/// <summary>Values of <see cref="Duplicate.Status"/>, second word of an enriched event's routing key.</summary>
public static class DuplicateStatus
{
    public const string Unique = "unique";
    public const string Exact = "exact";
    public const string Near = "near";
}
