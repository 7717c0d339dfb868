using System.Diagnostics;
using SupplyChain.Access;

namespace SupplyChain;

/// <summary>Every call to an actor goes through here: one deadline, safe retries, one activity.</summary>
internal sealed class Calls(SupplyChainClientOptions options, CallOptions call, CallChannel channel)
{
    /// <summary>An actor answers that it is not done before the caller gives up.</summary>
    private static readonly TimeSpan AnswerMargin = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan MinBackoff = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan MaxBackoff = TimeSpan.FromSeconds(1);

    /// <summary>The share of a back-off that is left to chance.</summary>
    private const double Jitter = 0.5;

    private static readonly ActivitySource Activities = new(SupplyChainClient.TelemetryName);

    public TenantId Tenant => call.Tenant ?? options.Tenant;

    public SupplyChainClientOptions Options => options;

    public DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>What waits are measured by.</summary>
    public TimeProvider Time => channel.Time;

    public Calls With(CallOptions other) => new(options, call.Then(other), channel);

    /// <summary>The same, without a condition: for calls to another entity.</summary>
    public Calls Unconditional() => With(call with { IfMatch = null, IfNoneMatch = null });

    /// <summary>The actor of an entity of the tenant.</summary>
    public T Actor<T>(string id) where T : IGrainWithStringKey => channel.Grains.GetGrain<T>(GrainKey.Of(Tenant, id));

    /// <summary>The one actor of its kind that a tenant has, whichever tenant it is.</summary>
    public T ActorOf<T>(TenantId tenant, string id) where T : IGrainWithStringKey =>
        channel.Grains.GetGrain<T>(GrainKey.Of(tenant, id));

    /// <summary>The actor that answers questions about the whole tenant.</summary>
    public T Queries<T>() where T : IGrainWithStringKey => channel.Grains.GetGrain<T>(Tenant.Value);

    /// <summary>The actor that callers sign in with.</summary>
    public IAccessGrain Access => channel.Grains.GetGrain<IAccessGrain>("access");

    /// <summary>Sends a command that makes an entity; the actor hears when it is the first attempt.</summary>
    public Task<TReply> SendNew<TReply, T>(
        string name, string id, Items<Fault> faults, Func<Task<TReply>> command, CancellationToken cancellationToken)
        where TReply : Reply<T>, new() where T : class
    {
        var isFirst = call.Condition.IsNone;
        return Send<TReply, T>(name, id, faults, Attempt, cancellationToken);

        Task<TReply> Attempt()
        {
            (CallContext.Creates, isFirst) = (isFirst, false);
            return command();
        }
    }

    /// <summary>Sends a command unless it is faulty already.</summary>
    public Task<TReply> Send<TReply, T>(
        string name, string id, Items<Fault> faults, Func<Task<TReply>> command, CancellationToken cancellationToken)
        where TReply : Reply<T>, new() where T : class
    {
        if (!Identifier.IsValid(id))
            faults = [new Fault("", FaultCodes.MalformedId, Identifier.Explain(id, id)), .. faults];
        return faults.Count > 0
            ? Task.FromResult(new TReply { Status = ReplyStatus.Invalid, Faults = faults })
            : Call(name, id, command, options.Deadline, cancellationToken);
    }

    /// <summary>Asks for an entity.</summary>
    /// <exception cref="ArgumentException">The id is malformed.</exception>
    public Task<T?> Find<T>(string name, string id, Func<Task<T?>> query, CancellationToken cancellationToken)
        where T : class
    {
        Check(id);
        return Call(name, id, query, options.Deadline, cancellationToken);
    }

    /// <summary>Whether an id can name anything.</summary>
    /// <exception cref="ArgumentException">It is malformed; says how to write it.</exception>
    public static void Check(string id)
    {
        if (!Identifier.IsValid(id))
            throw new ArgumentException(Identifier.Explain(id, id));
    }

    /// <summary>Asks a question.</summary>
    public Task<T> Ask<T>(string name, Func<Task<T>> query, CancellationToken cancellationToken) =>
        Call(name, null, query, options.Deadline, cancellationToken);

    /// <summary>Calls an actor until it answers or the deadline is reached.</summary>
    /// <exception cref="UnavailableException">No silo answered in time.</exception>
    /// <exception cref="BusyException">Too much is waiting; nothing was stored.</exception>
    public Task<T> Call<T>(
        string name, string? id, Func<Task<T>> action, TimeSpan deadline, CancellationToken cancellationToken)
    {
        // Before anything else, and without a throw: under overload a client does this more often than all the rest.
        return TakesRoom(deadline) && channel.Window!.Refuses(deadline)
            ? Refused<T>(name)
            : CallAsync(name, id, action, deadline, cancellationToken);
    }

    private async Task<T> CallAsync<T>(
        string name, string? id, Func<Task<T>> action, TimeSpan deadline, CancellationToken cancellationToken)
    {
        using var activity = Activities.StartActivity(name, ActivityKind.Client);
        activity?.SetTag("supplychain.tenant", Tenant.Value).SetTag("supplychain.id", id);
        CallContext.Actor = call.Actor ?? options.Actor;
        var trace = Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom();
        CallContext.Correlation = call.Correlation ?? trace.ToString();
        CallContext.Condition = call.Condition;
        var begun = Time.GetTimestamp();
        try
        {
            // Before anything is told in the cluster's time, which is known once the cluster is reached.
            if (channel.Connection is { IsOpen: false } connection)
                await connection.ReadyAsync(name, deadline, cancellationToken);
            var until = Time.GetUtcNow() + deadline - Time.GetElapsedTime(begun);
            CallContext.Deadline = until - (deadline > 2 * AnswerMargin ? AnswerMargin : deadline / 2);
            var answer = channel.Edge is { } edge
                ? await edge.CallAsync(name, () => Attempt(name, action, until, cancellationToken))
                : await Attempt(name, action, until, cancellationToken);
            ClientMetrics.Answered(name, answer, Time.GetElapsedTime(begun));
            return answer;
        }
        catch (Exception failure)
        {
            ClientMetrics.Failed(name, failure, Time.GetElapsedTime(begun));
            activity?.SetStatus(ActivityStatusCode.Error, failure.Message);
            throw;
        }
    }

    private static Task<T> Refused<T>(string name)
    {
        var refusal = CallWindow.TooLate();
        ClientMetrics.Failed(name, refusal, TimeSpan.Zero);
        return Task.FromException<T>(refusal);
    }

    private async Task<T> Attempt<T>(
        string name, Func<Task<T>> action, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var renewed = false;
        for (var backoff = new Backoff(MinBackoff, MaxBackoff, Time, Jitter); ;)
        {
            try
            {
                return await AskAsync(action, until, cancellationToken);
            }
            catch (AccessDeniedException denied) when (!denied.IsKnown && !renewed && call.Token is null
                && channel.Session.Forget())
            {
                renewed = true; // A node was started anew, or the token is too old.
            }
            catch (Exception failure) when (Transient.Is(failure) && !IsCallers(failure, cancellationToken))
            {
                if (!MayRepeat(failure) || Time.GetUtcNow() + backoff.NextWait + ExpectedTime() >= until)
                    throw Transient.Surface(name, failure);
                await backoff.WaitAsync(cancellationToken);
                ClientMetrics.Repeated(name);
            }
        }
    }

    /// <summary>Whether a call waits for room in the window; what may take minutes does not.</summary>
    private bool TakesRoom(TimeSpan timeLeft) => channel.Window is not null && timeLeft <= options.Deadline;

    /// <summary>Asks once, when there is room for the call.</summary>
    private Task<T> AskAsync<T>(Func<Task<T>> action, DateTimeOffset until, CancellationToken cancellationToken)
    {
        return TakesRoom(Left()) ? channel.Window!.CallAsync(Once, Left(), cancellationToken) : Once();

        async Task<T> Once()
        {
            CallContext.Token = call.Token is { } token ? await token() : await channel.Session.TokenAsync();
            return await action().WaitAsync(Left(), Time, cancellationToken);
        }

        TimeSpan Left() => until - Time.GetUtcNow() is { Ticks: > 0 } left ? left : TimeSpan.Zero;
    }

    /// <summary>How long a call takes until it is answered: what is answered too late need not be repeated.</summary>
    private TimeSpan ExpectedTime() => channel.Window?.ExpectedTime ?? TimeSpan.Zero;

    /// <summary>Whether the caller itself does not want an answer any more.</summary>
    private static bool IsCallers(Exception failure, CancellationToken cancellationToken) =>
        failure is OperationCanceledException && cancellationToken.IsCancellationRequested;

    /// <summary>
    /// A command under a condition may have been carried out before its answer was lost; asked again it would be
    /// refused because of itself. Only when nothing was stored for certain is it repeated.
    /// </summary>
    private bool MayRepeat(Exception failure) => call.Condition.IsNone || failure is BusyException;
}
