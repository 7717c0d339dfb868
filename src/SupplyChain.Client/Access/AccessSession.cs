namespace SupplyChain.Access;

/// <summary>
/// The token of a client's key: exchanged when it is first needed, and again when half of its time is over or a node
/// does not accept it any more. Any number of calls share one exchange.
/// </summary>
internal sealed class AccessSession(IGrainFactory grains, string? key, TimeProvider time)
{
    private readonly Lock _lock = new();
    private Task<Held>? _held;

    /// <summary>What calls show; null without a key.</summary>
    /// <exception cref="AccessDeniedException">The key is not accepted.</exception>
    public async ValueTask<string?> TokenAsync()
    {
        if (key is null)
            return null;
        for (; ; )
        {
            var held = Current();
            var token = await held;
            if (time.GetTimestamp() < token.RenewAt)
                return token.Text;
            Forget(held);
        }
    }

    /// <summary>A node does not accept the token any more.</summary>
    /// <returns>Whether another may help.</returns>
    public bool Forget()
    {
        lock (_lock)
        {
            _held = null;
        }
        return key is not null;
    }

    private Task<Held> Current()
    {
        lock (_lock)
        {
            return _held is { IsFaulted: false, IsCanceled: false } held ? held : _held = ExchangeAsync();
        }
    }

    private void Forget(Task<Held> held)
    {
        lock (_lock)
        {
            if (_held == held)
                _held = null;
        }
    }

    private async Task<Held> ExchangeAsync()
    {
        var asked = time.GetTimestamp();
        CallContext.Token = null;
        var signedIn = await grains.GetGrain<IAccessGrain>("access").SignIn(new(key!))
            ?? throw new AccessDeniedException("The key is not accepted: unknown, expired or revoked.");
        return new(signedIn.Token, asked + (long)(signedIn.RenewAfter.TotalSeconds * time.TimestampFrequency));
    }

    /// <param name="Text">The token.</param>
    /// <param name="RenewAt">The timestamp from which on another is better.</param>
    private sealed record Held(string Text, long RenewAt);
}
