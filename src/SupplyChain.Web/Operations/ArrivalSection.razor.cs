using Microsoft.AspNetCore.Components;
using SupplyChain.Orders;
using SupplyChain.Planner;
using SupplyChain.Planner.Integrations;

namespace SupplyChain.Operations;

/// <summary>What became of documents that were sent under a number.</summary>
public partial class ArrivalSection : PolledSection
{
    /// <summary>Every attempt, the newest first; null when they were not read.</summary>
    [PersistentState]
    public ArrivalAttempt[]? Attempts { get; set; }

    /// <summary>The number that is looked for.</summary>
    [SupplyParameterFromQuery(Name = "arrived")] private string? Id { get; set; }

    /// <inheritdoc/>
    protected override bool IsRead => Attempts is not null;

    private string? Fault =>
        Id is { Length: > 0 } && !Identifier.IsValid(Id) ? Identifier.Explain("number", Id) : Trouble;

    /// <inheritdoc/>
    protected override async Task LoadAsync(CancellationToken cancellationToken) =>
        Attempts = Id is not null && Identifier.IsValid(Id)
            ? [.. await Chain.Operations.ArrivalsAsync(Id, cancellationToken)]
            : [];

    private string? PageOf(ArrivalAttempt attempt) => attempt switch
    {
        { Outcome: not ReplyStatus.Created } => null,
        { Kind: "order" } => $"/orders/{Id}",
        { Kind: "transfer" } => $"/transfers/{Id}",
        _ => null,
    };

    private static Look LookOf(ArrivalAttempt attempt) => attempt.Outcome switch
    {
        ReplyStatus.Created => new("Accepted", "st-delivered", "good"),
        ReplyStatus.Replayed => new("Repeated, nothing done", "st-shipped", "info"),
        ReplyStatus.Pending => new("Accepted, not decided yet", "st-placed", "info"),
        ReplyStatus.Refused => new($"Refused, {attempt.Code}", "st-rejected", "bad"),
        _ => new($"Faulty, {attempt.Code}", "st-rejected", "bad"),
    };
}
