namespace NewsMesh.Storage;

/// <summary>The store is away or busy beyond its own patience: the same call may succeed later.</summary>
public sealed class StoreUnavailableException : Exception
{
    public StoreUnavailableException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
