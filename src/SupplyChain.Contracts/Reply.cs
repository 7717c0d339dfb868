namespace SupplyChain;

/// <summary>The answer to a command. Refusals are values; being unable is an exception.</summary>
/// <typeparam name="T">The entity it answers with.</typeparam>
[GenerateSerializer, Immutable, Alias("reply`1")]
public abstract record Reply<T> : IReply where T : class
{
    /// <summary>The entity as it is now; null when refused, invalid or not found.</summary>
    [Id(0)] public T? Value { get; init; }

    /// <summary>What became of the command.</summary>
    [Id(1)] public ReplyStatus Status { get; init; }

    /// <summary>Why not, when refused.</summary>
    [Id(2)] public Refusal? Refusal { get; init; }

    /// <summary>The same for people.</summary>
    [Id(3)] public string? Message { get; init; }

    /// <summary>The faulty fields, when invalid.</summary>
    [Id(4)] public Items<Fault> Faults { get; init; }

    /// <summary>Whether the command was carried out, now or before.</summary>
    public bool Accepted => Status <= ReplyStatus.Pending;

    /// <summary>Whether the same command had been carried out before.</summary>
    public bool Replayed => Status == ReplyStatus.Replayed;

    /// <summary>The entity, for those who prefer exceptions to refusals.</summary>
    /// <exception cref="CommandRefusedException">It was refused, invalid or not found.</exception>
    public T EnsureAccepted() => Accepted && Value is { } value
        ? value
        : throw new CommandRefusedException(Refusal, Message ?? string.Join("; ", Faults.Select(f => f.Message)));
}
