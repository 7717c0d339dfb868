using Orleans.Concurrency;

namespace SupplyChain.Access;

/// <summary>Where callers sign in.</summary>
[GrainType("access"), StatelessWorker, Reentrant]
public sealed class AccessGrain(
    KeyDirectory keys, AccessTokens tokens, AccessOptions options, AccessMetrics metrics, SlowedFailures failures,
    TimeProvider time)
    : Grain, IAccessGrain
{
    /// <inheritdoc/>
    public async Task<SignedIn?> SignIn(SignIn command)
    {
        if (await FindAsync(command.Credential) is not var (caller, session))
        {
            await FailAsync();
            return null;
        }
        var now = time.GetUtcNow();
        return new(
            caller.Tenant, caller.Key, caller.Name, caller.Role,
            await tokens.IssueAsync(TokenUse.Call, caller, now + AccessTokens.MaxTokenAge),
            AccessTokens.MaxTokenAge / 2,
            command.BeginsSession && session is null
                ? await tokens.IssueAsync(TokenUse.Session, caller, now + AccessTokens.MaxSessionAge)
                : session);
    }

    /// <summary>A website counts and slows its visitors itself; it knows their addresses.</summary>
    private async Task FailAsync()
    {
        if (!options.AreKeysRequired
            || ReferenceEquals(await tokens.ReadAsync(CallContext.Token, TokenUse.Call), Caller.Node))
        {
            return;
        }
        metrics.Refused(AccessRefusal.Unknown);
        await failures.FailAsync();
    }

    /// <summary>Who shows a credential, and the session when it is one; null when it is not accepted.</summary>
    private async Task<(Caller Caller, string? Session)?> FindAsync(string credential)
    {
        if (!KeyText.IsOne(credential))
            return await tokens.ReadAsync(credential, TokenUse.Session) is { } caller ? (caller, credential) : null;
        return await keys.FindNewestAsync(KeyText.IdOf(credential), KeyText.Digest(credential)) is var (tenant, key)
            ? (new(tenant, key.Id, key.Name, key.Role), null)
            : null;
    }
}
