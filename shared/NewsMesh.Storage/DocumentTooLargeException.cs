namespace NewsMesh.Storage;

/// <summary>A document is larger than the store can keep, and no retry makes it smaller.</summary>
public sealed class DocumentTooLargeException : Exception
{
    public DocumentTooLargeException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
