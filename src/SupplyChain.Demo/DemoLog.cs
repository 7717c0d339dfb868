using Microsoft.Extensions.Logging;

namespace SupplyChain.Demo;

internal static partial class DemoLog
{
    [LoggerMessage(1, LogLevel.Information,
        "Demo day {Day:O} is over: {Placed} orders placed, {Waiting} of them wait for stock; "
        + "{Released} shipments released, {Delivered} delivered; {Received} receipts, {Adjusted} adjustments, "
        + "{Closed} warehouses closed; {Ahead} errands ahead")]
    public static partial void DayOver(
        this ILogger log, DateOnly day, int placed, int waiting, int released, int delivered, int received,
        int adjusted, int closed, int ahead);

    [LoggerMessage(2, LogLevel.Information,
        "Demo world laid out: {Warehouses} warehouses with opening stock, {Products} products; it is {Now:u}")]
    public static partial void LaidOut(this ILogger log, int warehouses, int products, DateTimeOffset now);

    [LoggerMessage(3, LogLevel.Information,
        "Demo world goes on at {Now:u} with {Orders} open orders and {Shipments} open shipments")]
    public static partial void GoesOn(this ILogger log, DateTimeOffset now, int orders, int shipments);

    [LoggerMessage(4, LogLevel.Information, "Demo world has reached the present and keeps to its pace")]
    public static partial void ReachedThePresent(this ILogger log);

    [LoggerMessage(5, LogLevel.Debug, "The demo world was told no about {Subject}: {Refusal}")]
    public static partial void Refused(this ILogger log, string subject, string refusal);

    [LoggerMessage(6, LogLevel.Warning, "The demo world sent a faulty command about {Subject}: {Faults}")]
    public static partial void Invalid(this ILogger log, string subject, string faults);

    [LoggerMessage(7, LogLevel.Debug, "The demo world waits {Pause}: {Reason}")]
    public static partial void Waiting(this ILogger log, TimeSpan pause, string reason);

    [LoggerMessage(8, LogLevel.Error, "The demo world could not go on with {Subject}; it tries again later")]
    public static partial void Failed(this ILogger log, Exception failure, string subject);
}
