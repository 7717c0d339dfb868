using SupplyChain.Journal.Verification;

namespace SupplyChain.Journal.ReadModels.Sqlite;

public sealed class SqliteAttendedTests() : AttendedContract(SqliteReadSide.OpenAsync);

public sealed class SqliteClosingTests() : ClosingContract(SqliteReadSide.OpenAsync);

public sealed class SqliteExceptionTests() : ExceptionContract(SqliteReadSide.OpenAsync);

public sealed class SqliteImpactTests() : ImpactContract(SqliteReadSide.OpenAsync);

public sealed class SqliteKpiTests() : KpiContract(SqliteReadSide.OpenAsync);

public sealed class SqliteKeptKpiTests() : KeptKpiContract(SqliteReadSide.OpenAsync);

public sealed class SqliteKpiSpeedTests() : KpiSpeedContract(SqliteReadSide.OpenAsync);

public sealed class SqliteListTests() : ListContract(SqliteReadSide.OpenAsync);

public sealed class SqliteOrderFilterTests() : OrderFilterContract(SqliteReadSide.OpenAsync);

public sealed class SqliteShipmentTests() : ShipmentContract(SqliteReadSide.OpenAsync);

public sealed class SqliteProjectionTests() : ProjectionContract(SqliteReadSide.OpenAsync);

public sealed class SqliteStockFigureTests() : StockFigureContract(SqliteReadSide.OpenAsync);

public sealed class SqliteSortTests() : SortContract(SqliteReadSide.OpenAsync);

public sealed class SqliteScopeTests() : ScopeContract(SqliteReadSide.OpenAsync);

public sealed class SqliteUsageTests() : UsageContract(SqliteReadSide.OpenAsync);

public sealed class SqliteTransferListTests() : TransferListContract(SqliteReadSide.OpenAsync);

public sealed class SqliteReadTableAuditTests() : ReadTableAuditContract(SqliteReadSide.OpenAsync);
