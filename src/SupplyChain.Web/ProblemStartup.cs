namespace SupplyChain;

/// <summary>Puts the problem documents in front of everything else the application uses.</summary>
internal sealed class ProblemStartup : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseMiddleware<ProblemMiddleware>();
        next(app);
    };
}
