using NewsMesh.Contracts;

namespace NewsMesh.Ingest.Service;

/// <summary>The library's faults under their public names.</summary>
internal static class Rejections
{
    public static string ReasonOf(IngestFault fault) => fault switch
    {
        IngestFault.Empty => RejectionReasons.Empty,
        IngestFault.TooLarge => RejectionReasons.TooLarge,
        IngestFault.NotHtml => RejectionReasons.NotHtml,
        IngestFault.BadEncoding => RejectionReasons.BadEncoding,
        IngestFault.BadUrl => RejectionReasons.BadUrl,
        IngestFault.BadField => RejectionReasons.BadField,
        IngestFault.FetchFailed => RejectionReasons.FetchFailed,
        IngestFault.FetchForbidden => RejectionReasons.FetchForbidden,
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "A fault without a public reason."),
    };
}
