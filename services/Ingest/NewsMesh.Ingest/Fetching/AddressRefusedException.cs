namespace NewsMesh.Ingest;

/// <summary>A host has no address that pages may be fetched from.</summary>
internal sealed class AddressRefusedException(string host)
    : Exception($"{host} has no address that pages may be fetched from");
