namespace SupplyChain;

/// <summary>Turns what the business says into what HTTP says.</summary>
internal static class Answers
{
    /// <summary>An entity, or that there is none.</summary>
    public static IResult Entity<T>(T? entity, Func<T, long> version, string name) where T : class =>
        entity is null ? Problems.NotFound($"The {name} does not exist.") : new Answer<T>(entity, version(entity));

    /// <summary>Something that has no version.</summary>
    public static IResult Plain<T>(T value) where T : class => new Answer<T>(value, null);

    /// <summary>A reply with its entity.</summary>
    public static IResult Reply<T>(Reply<T> reply, Func<T, long> version) where T : class =>
        Reply(reply, entity => new Answer<T>(entity, version(entity), Status(reply), reply.Replayed));

    /// <summary>A reply whose entity is shown some other way.</summary>
    public static IResult Reply<T>(Reply<T> reply, Func<T, IResult> show) where T : class => reply switch
    {
        { Accepted: true, Value: { } entity } => show(entity),
        { Status: ReplyStatus.Refused, Refusal: { } refusal } => Problems.Refused(refusal, reply.Message),
        { Status: ReplyStatus.Invalid } => Problems.Invalid(reply.Faults.Select(ProblemError.InBody)),
        { Status: ReplyStatus.NotFound } => Problems.NotFound(reply.Message ?? "The entity does not exist."),
        _ => throw new System.Diagnostics.UnreachableException($"A reply says {reply.Status} and nothing else."),
    };

    /// <summary>The HTTP status of a command that was carried out.</summary>
    public static int Status<T>(Reply<T> reply) where T : class => reply.Status switch
    {
        ReplyStatus.Created => StatusCodes.Status201Created,
        ReplyStatus.Pending => StatusCodes.Status202Accepted,
        _ => StatusCodes.Status200OK,
    };
}
