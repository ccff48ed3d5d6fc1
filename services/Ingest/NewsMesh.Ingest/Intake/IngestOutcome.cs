using System.Diagnostics.CodeAnalysis;

namespace NewsMesh.Ingest;

/// <summary>Either a value or the reason there is none.</summary>
public sealed class IngestOutcome<T>
    where T : class
{
    private IngestOutcome(T? value, IntakeRejection? rejection)
    {
        Value = value;
        Rejection = rejection;
    }

    public T? Value { get; }

    public IntakeRejection? Rejection { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Rejection))]
    public bool IsAccepted => Value is not null;

#pragma warning disable CA2225 // The constructor is the named alternative, and it is private on purpose: exactly one side is set.
    public static implicit operator IngestOutcome<T>(T value) => new(value, null);

    public static implicit operator IngestOutcome<T>(IntakeRejection rejection) => new(null, rejection);
#pragma warning restore CA2225
}
