using Xunit;

namespace SupplyChain;

/// <summary>One Postgres server for the tests of the assembly, one after the other; it is up between them.</summary>
public sealed class OneServer : IAsyncLifetime
{
    private RunningPostgres? _postgres;

    /// <summary>The server.</summary>
    public RunningPostgres Postgres => _postgres!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => _postgres = await RunningPostgres.StartAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Postgres.DisposeAsync();
}
