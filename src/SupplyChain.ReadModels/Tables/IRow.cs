namespace SupplyChain.Tables;

/// <summary>The row a question is at. Columns are numbered from 0.</summary>
internal interface IRow
{
    long Int64(int column);
    double Double(int column);
    string Text(int column);
    bool IsNull(int column);
}
