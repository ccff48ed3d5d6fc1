namespace NewsMesh.Ingest;

/// <summary>A refusal: the fault to count it under, and one line for people. The detail never quotes page content.</summary>
public sealed record IntakeRejection(IngestFault Fault, string Detail);
