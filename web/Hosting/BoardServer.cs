using CapacityBoard.Access;
using CapacityBoard.Admin;
using CapacityBoard.Access.Wallboards;
using CapacityBoard.Api;
using CapacityBoard.Board;
using CapacityBoard.Changes;
using CapacityBoard.Choices;
using CapacityBoard.Cluster;
using CapacityBoard.Commands;
using CapacityBoard.Demonstration;
using CapacityBoard.Enquiries;
using CapacityBoard.Feeds;
using CapacityBoard.Finding;
using CapacityBoard.GrandRounds;
using CapacityBoard.Hardening;
using CapacityBoard.History;
using CapacityBoard.Holds;
using CapacityBoard.Import;
using CapacityBoard.Messages;
using CapacityBoard.Nodes;
using CapacityBoard.Plans;
using CapacityBoard.Policies;
using CapacityBoard.Postcodes;
using CapacityBoard.Projections;
using CapacityBoard.Reports;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Returns;
using CapacityBoard.Sites;
using CapacityBoard.Stories;
using CapacityBoard.Telemetry;
using CapacityBoard.Ui;
using CapacityBoard.Work;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Hosting;

/// <summary>Assembles the web program; it reads as a table of contents.</summary>
internal static class BoardServer
{
    /// <summary>Only an import needs more.</summary>
    private const long LargestBody = 64 * 1024;

    /// <summary>How long a screen that does not answer when its connection is closed may delay a stop.</summary>
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(1);

    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">
    /// The secrets folder or a certificate cannot be used.
    /// </exception>
    public static WebApplication Build(ServerSettings settings, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(BoardServer).Assembly.GetName().Name,
            ContentRootPath = ContentRoot.Find(),
        });
        builder.Configuration.AddSecrets().AddInMemoryCollection(settings.AsConfiguration());
        AddServices(builder);
        configure?.Invoke(builder);
        var app = builder.Build();
        UseMiddleware(app);
        MapEndpoints(app);
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        builder.AddTelemetry("capacity-board-web");
        builder.AddCapacityBoardGrains();
        builder.AddHardening(LargestBody);
        builder.AddNodes();
        builder.AddAccess();
        builder.Services.AddPolicies();
        builder.Services.AddPostcodes();
        builder.AddDemonstration();
        DrainOnSignal.Add(builder.Services);
        builder.Services.AddProjections();
        builder.Services.AddProjection<BoardHistory>();
        builder.Services.AddFacts();
        builder.Services.AddBoards();
        builder.Services.AddCommands();
        builder.Services.AddSites();
        builder.Services.AddHolds();
        builder.Services.AddEnquiries();
        builder.Services.AddSingleton<StayStories>();
        builder.Services.AddSingleton<ChangeFeed>();
        builder.Services.AddSingleton<ChoiceListSource>();
        builder.Services.AddSingleton<SuitedSource>();
        builder.Services.AddSingleton<PlanSource>();
        builder.Services.AddSingleton<MyWork>();
        builder.Services.AddScoped<Waiting>();
        builder.Services.AddMessages();
        builder.Services.AddFeeds();
        builder.Services.AddSingleton<RoundReader>();
        builder.Services.AddSingleton<FormerStays>();
        builder.Services.AddSingleton<Finder>();
        builder.Services.AddScoped<Invitations>();
        builder.Services.AddNodeHealth();
        builder.Services.AddImports();
        builder.Services.AddApi();
        builder.Services.AddPages();
        builder.Services.AddCompression();
        builder.Services.Configure<MvcOptions>(mvc => mvc.Filters.Add<AskedPages>());
    }

    private static void UseMiddleware(WebApplication app)
    {
        var limits = app.Services.GetRequiredService<RequestLimits>();
        app.Use(BodyLimit.Take);
        app.UseSecurityHeaders();
        app.UseCompression();
        app.Use(app.Services.GetRequiredService<Draining>().Answer);
        app.UseHttpsOnly();
        app.UseDemonstrationOnThisMachine();
        app.UseApiProblems();
        app.UsePageErrors();
        app.UseClientFiles();
        app.UseSameOrigin();
        app.Use(limits.ByAddress);
        app.UseGrainsOnceReady();
        app.UseRouting();
        app.UseAuthentication();
        app.Use(limits.ByCaller);
        app.UseAuthorization();
        app.UseWhen(ProgramPaths.IsApi, api => api.Use(BodyCharset.Check));
        app.UseAntiforgery();
    }

    private static void MapEndpoints(WebApplication app)
    {
        app.MapHub<BoardHub>(ProgramPaths.Hub, hub => hub.WebSockets.CloseTimeout = LongestGoodbye);
        MapApi(app.MapGroup(ProgramPaths.Api).DisableAntiforgery());
        ApiDescription.Map(app);
        app.MapHealth();
        app.MapMetrics();
        app.MapClusterPages();
        app.MapWallboards();
        app.MapReportFiles();
        app.MapReturnFiles();
        app.MapRazorPages();
    }

    private static void MapApi(RouteGroupBuilder api)
    {
        api.MapBoards();
        api.MapRounds();
        api.MapSites();
        api.MapChoices();
        api.MapPlans();
        api.MapImports();
        api.MapReports();
        api.MapFeeds();
    }
}
