using SupplyChain.Access;

namespace SupplyChain.Operations;

/// <summary>What arrived under an id that a caller chose: <c>tenant/id</c>.</summary>
[GrainInterfaceType("arrivals"), Alias("arrivals")]
public interface IArrivalsGrain : IGrainWithStringKey
{
    /// <summary>
    /// Every document of that id that was accepted, and the newest twenty attempts that were not the first to be
    /// accepted; the newest first.
    /// </summary>
    [Alias("find"), Needs(Permission.Integrate), Scoped(Scope.Closed)] Task<Items<ArrivalAttempt>> Find();

    /// <summary>Notes an attempt whose outcome no journal tells.</summary>
    [Alias("note"), Needs(Permission.Write), Scoped(Scope.Everything)] Task Note(ArrivalAttempt attempt);
}

/// <summary>An attempt to create a document.</summary>
/// <param name="Kind">Of which kind: <c>order</c>, <c>receipt</c>, <c>adjustment</c> or <c>transfer</c>.</param>
/// <param name="At">When it arrived; of one that was accepted, when it was recorded.</param>
/// <param name="By">Who sent it: the name of the key.</param>
/// <param name="Outcome">What became of it; <see cref="ReplyStatus.Created"/>: it was accepted then.</param>
/// <param name="Code">Why not: the code of the refusal or of the first fault; null when it was accepted.</param>
/// <param name="Message">The same for people.</param>
/// <param name="Correlation">The request that it belongs to.</param>
[GenerateSerializer, Immutable, Alias("arrival-attempt")]
public sealed record ArrivalAttempt(
    [property: Id(0)] string Kind,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] string By,
    [property: Id(3)] ReplyStatus Outcome,
    [property: Id(4)] string? Code,
    [property: Id(5)] string? Message,
    [property: Id(6)] string Correlation);
