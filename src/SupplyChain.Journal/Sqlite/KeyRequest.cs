namespace SupplyChain.Journal.Sqlite;

/// <summary>Something to do with the keys, answered once it is durable.</summary>
internal interface IKeyRequest
{
    void Execute(KeyTable table);
    void Complete();
    void Fail(Exception failure);
}

/// <inheritdoc/>
internal sealed class KeyRequest<T>(Func<KeyTable, T> work, Action<T> committed) : IKeyRequest
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    public Task<T> Task => _answer.Task;

    public void Execute(KeyTable table) => _result = work(table);

    public void Complete()
    {
        committed(_result);
        _answer.SetResult(_result);
    }

    public void Fail(Exception failure) => _answer.TrySetException(failure);
}
