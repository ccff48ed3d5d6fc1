namespace NewsMesh.Storage;

/// <summary>The store's setting cannot be used: unknown form, no such folder, no permission, a newer schema.</summary>
public sealed class StoreConfigurationException : Exception
{
    public StoreConfigurationException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
