using SupplyChain.Journal.Verification;

namespace SupplyChain.Journal.ReadModels.Postgres;

public sealed class PostgresAttendedTests() : AttendedContract(PostgresReadSide.OpenAsync);

public sealed class PostgresClosingTests() : ClosingContract(PostgresReadSide.OpenAsync);

public sealed class PostgresExceptionTests() : ExceptionContract(PostgresReadSide.OpenAsync);

public sealed class PostgresImpactTests() : ImpactContract(PostgresReadSide.OpenAsync);

public sealed class PostgresKpiTests() : KpiContract(PostgresReadSide.OpenAsync);

public sealed class PostgresKeptKpiTests() : KeptKpiContract(PostgresReadSide.OpenAsync);

public sealed class PostgresKpiSpeedTests() : KpiSpeedContract(PostgresReadSide.OpenAsync);

public sealed class PostgresListTests() : ListContract(PostgresReadSide.OpenAsync);

public sealed class PostgresOrderFilterTests() : OrderFilterContract(PostgresReadSide.OpenAsync);

public sealed class PostgresShipmentTests() : ShipmentContract(PostgresReadSide.OpenAsync);

public sealed class PostgresProjectionTests() : ProjectionContract(PostgresReadSide.OpenAsync);

public sealed class PostgresStockFigureTests() : StockFigureContract(PostgresReadSide.OpenAsync);

public sealed class PostgresSortTests() : SortContract(PostgresReadSide.OpenAsync);

public sealed class PostgresScopeTests() : ScopeContract(PostgresReadSide.OpenAsync);

public sealed class PostgresTransferListTests() : TransferListContract(PostgresReadSide.OpenAsync);

public sealed class PostgresReadTableAuditTests() : ReadTableAuditContract(PostgresReadSide.OpenAsync);
