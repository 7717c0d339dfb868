namespace SupplyChain.Tables;

/// <summary>
/// Changes one row after the other in the same way. Values are numbered from 1, in the order of the change's columns.
/// </summary>
internal interface IRowWriter
{
    IRowWriter Bind(int column, string? text);
    IRowWriter Bind(int column, long? number);
    IRowWriter Bind(int column, double? number);

    /// <summary>
    /// Makes the change: at once or at the end of the batch, but after every earlier change of the same row.
    /// </summary>
    void Run();
}
