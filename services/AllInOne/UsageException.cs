namespace NewsMesh.AllInOne;

/// <summary>Something the user can mend; the message says what.</summary>
public sealed class UsageException(string message) : Exception(message);
