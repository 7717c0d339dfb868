using SupplyChain.Orders;
using SupplyChain.Transfers;

namespace SupplyChain;

/// <summary>Turns what the business says into what HTTP says.</summary>
internal static class Answers
{
    /// <summary>An entity, or that there is none.</summary>
    public static IResult Entity<T, TAnswer>(T? entity, Func<T, TAnswer> show, string name)
        where T : class
        where TAnswer : class, IVersioned
    {
        if (entity is null)
            return Problems.NotFound($"The {name} does not exist.");
        var answer = show(entity);
        return new EntityResult<TAnswer>(answer, answer.Version);
    }

    /// <summary>Something that has no version.</summary>
    public static IResult Plain<T>(T value) where T : class => new EntityResult<T>(value, null);

    /// <summary>A page of a list.</summary>
    public static IResult Page<T, TAnswer>(Page<T> page, Func<T, TAnswer> row) =>
        Plain(new PageAnswer<TAnswer>(page.Items.Each(row), page.Next));

    /// <summary>A reply with its entity.</summary>
    public static IResult Reply<T, TAnswer>(Reply<T> reply, Func<T, TAnswer> show)
        where T : class
        where TAnswer : EntityAnswer, IVersioned => Reply(reply, entity =>
        {
            var answer = show(entity) with { Replayed = reply.Replayed };
            return new EntityResult<TAnswer>(answer, answer.Version, Status(reply));
        });

    /// <summary>A reply whose entity is shown some other way.</summary>
    public static IResult Reply<T>(Reply<T> reply, Func<T, IResult> show) where T : class => reply switch
    {
        { Accepted: true, Value: { } entity } => show(entity),
        { Status: ReplyStatus.Refused, Refusal: { } refusal } => Problems.Refused(refusal, reply.Message),
        { Status: ReplyStatus.Invalid } => Problems.Invalid(reply.Faults.Select(ProblemError.InBody)),
        { Status: ReplyStatus.NotFound } => Problems.NotFound(reply.Message ?? "The entity does not exist."),
        _ => throw new System.Diagnostics.UnreachableException($"A reply says {reply.Status} and nothing else."),
    };

    /// <summary>An entity as it would be, with what that means for orders and transfers beside
    /// its members.</summary>
    public static IResult Preview<TAnswer>(TAnswer wouldBe, Consequences consequences)
        where TAnswer : PreviewedAnswer => Plain(wouldBe with
        {
            WouldMove = consequences.WouldMove.Each(UnitsToMoveAnswer.Of),
            WouldWait = consequences.WouldWait.Each(UnitsToWaitAnswer.Of),
            WouldFill = consequences.WouldFill.Each(UnitsToFillAnswer.Of),
            Orders = consequences.Orders,
            OrdersLookedAt = consequences.OrdersLookedAt,
            Transfers = consequences.Transfers.Each(TransferChangeAnswer.Of),
            TransfersConcerned = consequences.TransfersConcerned,
            TransfersLookedAt = consequences.TransfersLookedAt,
        });

    /// <summary>Each element as an answer shows it.</summary>
    public static Items<TAnswer> Each<T, TAnswer>(this Items<T> items, Func<T, TAnswer> show)
    {
        var shown = new TAnswer[items.Count];
        for (var index = 0; index < shown.Length; index++)
            shown[index] = show(items[index]);
        return new(shown);
    }

    /// <summary>The HTTP status of a command that was carried out.</summary>
    private static int Status<T>(Reply<T> reply) where T : class => reply.Status switch
    {
        ReplyStatus.Created => StatusCodes.Status201Created,
        ReplyStatus.Pending => StatusCodes.Status202Accepted,
        _ => StatusCodes.Status200OK,
    };
}
