namespace SupplyChain;

/// <summary>How a command travels from a body to its actor.</summary>
/// <param name="Read">Reads it from the body.</param>
/// <param name="Validate">What is faulty about it.</param>
/// <param name="Send">Sends it.</param>
/// <param name="IfEmpty">The body an empty one stands for; null when there has to be one.</param>
internal sealed record Write<TCommand, TReply>(
    Func<BodyReader, TCommand> Read,
    Func<TCommand, DateTimeOffset, Items<Fault>> Validate,
    Func<SupplyChainClient, TCommand, CancellationToken, Task<TReply>> Send,
    string? IfEmpty = null)
    where TCommand : class
{
    /// <summary>Reads, checks and sends the command, and shows what it is answered.</summary>
    public async Task<IResult> RunAsync(HttpContext http, SupplyChainClient chain, Func<TReply, IResult> show)
    {
        var client = chain.ForWriting(http);
        var (command, faults) = await Body.ReadAsync(http.Request, Read, IfEmpty);
        if (faults.AnyUnreadable || command is null)
        {
            FaultyArrivals.Note(http, client, faults.All);
            return Problems.Unreadable(faults.All.Select(ProblemError.InBody));
        }
        var time = http.RequestServices.GetRequiredService<TimeProvider>();
        faults.Merge(Validate(command, time.GetUtcNow()));
        if (faults.All.Count > 0)
        {
            FaultyArrivals.Note(http, client, faults.All);
            return Problems.Invalid(faults.All.Select(ProblemError.InBody));
        }
        return show(await Send(client, command, http.RequestAborted));
    }
}
