using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupplyChain.Access;

namespace SupplyChain.Demo;

/// <summary>The ERP systems of the demo world: they know the coordinator by its SDK only, and are patient.</summary>
internal sealed class Erp(
    [FromKeyedServices(NodeClient.Name)] SupplyChainClient chain, TimeProvider time, ILogger<Erp> log)
{
    private const string Actor = "demo";
    private static readonly TimeSpan MinBackoff = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan MaxBackoff = TimeSpan.FromSeconds(10);

    private readonly SupplyChainClient _chain = chain.With(new CallOptions { Actor = Actor });

    /// <summary>Asks or tells the coordinator something, again and again while it is busy or unable.</summary>
    public async Task<T> AskAsync<T>(Func<SupplyChainClient, Task<T>> call, CancellationToken cancellationToken)
    {
        for (var backoff = new Backoff(MinBackoff, MaxBackoff, time); ;)
        {
            try
            {
                return await call(_chain);
            }
            catch (Exception failure) when (failure is BusyException or UnavailableException)
            {
                log.Waiting(backoff.NextWait, failure.Message);
                await backoff.WaitAsync(cancellationToken);
            }
        }
    }

    /// <summary>Reads a whole list, from its beginning again when the coordinator is busy or unable.</summary>
    public Task<IReadOnlyList<T>> ListAsync<T>(
        Func<SupplyChainClient, IAsyncEnumerable<T>> list, CancellationToken cancellationToken) =>
        AskAsync<IReadOnlyList<T>>(async chain => await list(chain).ToArrayAsync(cancellationToken), cancellationToken);

    /// <summary>What a command was answered with; null when the coordinator said no.</summary>
    /// <remarks>A refusal is the business of the demo world, a faulty command a defect of it.</remarks>
    public T? Accepted<T>(string subject, Reply<T> reply)
        where T : class
    {
        if (reply.Accepted)
            return reply.Value;
        if (reply.Status == ReplyStatus.Invalid)
            log.Invalid(subject, string.Join("; ", reply.Faults.Select(fault => $"{fault.Pointer} {fault.Message}")));
        else
            log.Refused(subject, reply.Refusal?.Code() ?? reply.Status.ToString());
        return null;
    }
}
