namespace NewsMesh.ServiceDefaults;

/// <summary>The bus is away, or did not confirm in time: the same call may succeed later.</summary>
public sealed class BusUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
