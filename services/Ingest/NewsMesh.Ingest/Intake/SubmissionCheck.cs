namespace NewsMesh.Ingest;

/// <summary>Checks the fields of a submission that are not the page itself.</summary>
internal static class SubmissionCheck
{
    /// <summary>The first fault found, or null.</summary>
    public static IntakeRejection? Run(Submission submission, IngestLimits limits)
    {
        if (!string.IsNullOrWhiteSpace(submission.Url)
            && !UrlCanonicalizer.TryParse(submission.Url, limits.MaxUrlLength, out _))
        {
            return new(IngestFault.BadUrl, submission.Url.Length > limits.MaxUrlLength
                ? $"url is longer than {limits.MaxUrlLength} characters"
                : "url is not an absolute http or https URL without user information");
        }

        return Field("id", submission.Id, limits.MaxSubmissionIdLength)
            ?? Field("title", submission.Title, limits.MaxTitleLength)
            ?? Field("source", submission.Source, limits.MaxSourceLength)
            ?? Metadata(submission.Metadata, limits);
    }

    private static IntakeRejection? Metadata(IReadOnlyDictionary<string, string>? metadata, IngestLimits limits)
    {
        if (metadata is null)
        {
            return null;
        }

        if (metadata.Count > limits.MaxMetadataEntries)
        {
            return new(IngestFault.BadField, $"metadata has more than {limits.MaxMetadataEntries} entries");
        }

        foreach (var (key, value) in metadata)
        {
            // Deserialisers let null through where the type says string.
            if (string.IsNullOrWhiteSpace(key) || value is null)
            {
                return new(IngestFault.BadField, "metadata has an empty key or a null value");
            }

            if ((Field("a metadata key", key, limits.MaxMetadataKeyLength)
                ?? Field("a metadata value", value, limits.MaxMetadataValueLength)) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static IntakeRejection? Field(string name, string? value, int maxLength)
    {
        if (value is null)
        {
            return null;
        }

        if (value.Length > maxLength)
        {
            return new(IngestFault.BadField, $"{name} is longer than {maxLength} characters");
        }

        // Titles and values may have line breaks; anything else of this kind is damage, and stores and logs choke on NUL.
        return value.Any(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r'))
            ? new(IngestFault.BadField, $"{name} holds control characters")
            : null;
    }
}
