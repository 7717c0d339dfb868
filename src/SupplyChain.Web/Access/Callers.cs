using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace SupplyChain.Access;

/// <summary>
/// Who signed in with which credential, as the cluster said within the last two seconds: a key that is revoked is
/// refused here soon after, and a caller that sends a thousand requests a second is asked about once in that time.
/// </summary>
internal sealed class Callers(
    [FromKeyedServices(NodeClient.Name)] SupplyChainClient node, FailedSignIns failed, TimeProvider time)
{
    private const int MaxRemembered = 10_000;
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, Asked> _asked = new(StringComparer.Ordinal);

    /// <summary>The home tenant: the node's own.</summary>
    public TenantId Home => node.Tenant;

    /// <summary>Who shows a credential; null when it is not accepted.</summary>
    /// <param name="credential">A key, or a session that a key began.</param>
    /// <param name="from">Where the request comes from, for counting failures.</param>
    public async Task<SignedIn?> FindAsync(string credential, string from)
    {
        var digest = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(credential)));
        if (!_asked.TryGetValue(digest, out var asked) || time.GetElapsedTime(asked.At) > MaxAge || asked.HasFailed)
            asked = Ask(digest, credential, from);
        return await asked.Caller;
    }

    /// <summary>Begins a browser's session; null when the key is not accepted.</summary>
    public async Task<SignedIn?> BeginSessionAsync(string key, string from)
    {
        var caller = await node.Access.SignInAsync(new(key, BeginsSession: true));
        if (caller is null)
            await failed.FailAsync(from);
        return caller;
    }

    private Asked Ask(string digest, string credential, string from)
    {
        if (_asked.Count >= MaxRemembered)
            _asked.Clear();
        var asked = new Asked(AskAsync(credential, from), time.GetTimestamp());
        _asked[digest] = asked;
        return asked;
    }

    private async Task<SignedIn?> AskAsync(string credential, string from)
    {
        var caller = await node.Access.SignInAsync(new(credential));
        if (caller is null)
            await failed.FailAsync(from);
        return caller;
    }

    private sealed record Asked(Task<SignedIn?> Caller, long At)
    {
        public bool HasFailed => Caller.IsFaulted || Caller.IsCanceled;
    }
}
