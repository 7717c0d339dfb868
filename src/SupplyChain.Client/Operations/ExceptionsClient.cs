using SupplyChain.Access;

namespace SupplyChain.Operations;

/// <summary>What planners have to look at.</summary>
/// <remarks>
/// Each call throws <see cref="UnavailableException"/> when no node answered within the deadline (whether a command was
/// carried out is unknown; repeat it under the same id), <see cref="BusyException"/> when too much is waiting (nothing
/// was done), and <see cref="AccessDeniedException"/> when the key is not accepted or its role may not do that. A
/// malformed id is a fault in the reply to a command, and an <see cref="ArgumentException"/> of a question.
/// </remarks>
public sealed class ExceptionsClient
{
    private readonly Calls _calls;

    internal ExceptionsClient(Calls calls) => _calls = calls;

    private IOperationsGrain Questions => _calls.Queries<IOperationsGrain>();

    /// <summary>
    /// A page, newest first or as the page says; resolved ones are there as well unless the query names a status.
    /// </summary>
    public Task<Page<ExceptionEntry>> ListPageAsync(
        ListExceptions query, CancellationToken cancellationToken = default) =>
        _calls.Ask("exceptions", () => Questions.Exceptions(query), cancellationToken);

    /// <summary>
    /// All that match, newest first or as the page of the query says; resolved ones are there as well unless the query
    /// names a status.
    /// </summary>
    public IAsyncEnumerable<ExceptionEntry> ListAsync(
        ListExceptions query, CancellationToken cancellationToken = default) =>
        Paging.List(
            (page, stop) => ListPageAsync(query with { Page = page }, stop), query.Page.Sort, cancellationToken);

    /// <summary>One; null when there is none of that id.</summary>
    public Task<ExceptionEntry?> GetAsync(string id, CancellationToken cancellationToken = default) =>
        _calls.Ask("exception", () => Questions.Exception(new(id)), cancellationToken);

    /// <summary>
    /// Does something about it: takes it, snoozes it, notes something, or resolves it. Safe to repeat.
    /// </summary>
    public Task<ExceptionReply> AttendAsync(
        string id, AttendException command, CancellationToken cancellationToken = default)
    {
        var faults = command.Validate(_calls.Now);
        return faults.Count > 0
            ? Task.FromResult(new ExceptionReply { Status = ReplyStatus.Invalid, Faults = faults })
            : _calls.Call(
                "exception.attend", id, () => _calls.Actor<IExceptionGrain>(id).Attend(command),
                _calls.Options.Deadline, cancellationToken);
    }

    /// <summary>How many match, and how much they touch together; the page does not matter.</summary>
    public Task<ExceptionCount> CountAsync(ListExceptions query, CancellationToken cancellationToken = default) =>
        _calls.Ask("exceptions.count", () => Questions.ExceptionCount(query), cancellationToken);
}
