namespace SupplyChain.Journal;

/// <summary>
/// What every journal promises, whatever it is stored in. Derive from it once per store; the parts are in the files
/// <c>JournalContract.*.cs</c>.
/// </summary>
public abstract partial class JournalContract : IAsyncLifetime
{
    private IJournal? _journal;
    private JournalStore? _store;

    /// <summary>The store under test, new for every test.</summary>
    protected JournalStore Store => _store!;

    /// <summary>A journal on it.</summary>
    protected IJournal Journal => _journal!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _store = await NewStoreAsync();
        _journal = await _store.OpenAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Makes an empty store.</summary>
    protected abstract Task<JournalStore> NewStoreAsync();
}
