namespace NewsMesh.Dedup.Signatures;

/// <summary>Bytes that are no signature of this version.</summary>
public sealed class SignatureFormatException(string message) : FormatException(message);
