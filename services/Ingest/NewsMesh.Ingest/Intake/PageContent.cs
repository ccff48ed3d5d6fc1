namespace NewsMesh.Ingest;

/// <summary>The page of a submission: its bytes, and the text they stand for.</summary>
internal sealed record PageContent(byte[] Bytes, string Charset, string Text, bool IsHtml);
