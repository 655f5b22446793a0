using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Net.Http.Json;
using CapacityBoard.Beds;
using CapacityBoard.Journal;
using CapacityBoard.Processes;
using CapacityBoard.Sites;

namespace CapacityBoard.Scenarios;

/// <summary>The care homes that a load updates, spread over localities in turn.</summary>
internal sealed record LoadHomes(int Count, int Localities)
{
    public const int Beds = 40;

    /// <summary>One town's.</summary>
    public static LoadHomes Town { get; } = new(120, 1);

    /// <summary>As many sites as England's directory of care homes and agencies has, in its upper-tier authorities.</summary>
    public static LoadHomes Country { get; } = new(22_192, 152);

    public static DeclareVacancies Declare(int number) => new([new DeclaredLine(BedType.GeneralNursing, Beds, number % Beds)]);

    public static SiteEvent Declared(int number) =>
        new VacanciesDeclared(ImmutableArray.Create(new LineDeclared(BedType.GeneralNursing, Beds, number % Beds, 0)));

    /// <summary>The home's number, from its part of the key; null for another site.</summary>
    public static int? IndexOf(ReadOnlySpan<byte> part) => part.StartsWith("home-"u8) && Utf8Parser.TryParse(part["home-".Length..], out int index, out _) ? index : null;

    public string Locality(int number) => $"load-{number % Localities}";

    public SiteKey Key(int home) => SiteKey.Of(Locality(home), $"home-{home}");

    public static SiteDetails Details(int home) => new(SiteKind.CareHome, $"Home {home}", Neighbourhood: $"Neighbourhood {home % 8}");

    /// <summary>Registers the homes on a server's board.</summary>
    public async Task Register(Uri server)
    {
        using var http = MachineKey.Client(server);
        await Parallel.ForAsync(0, Count, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (home, token) =>
        {
            using var answer = await http.PutAsJsonAsync(SiteApi.AddressOf(SiteKind.CareHome, Key(home)), SiteDetailsJson.Of(Details(home)), token);
            answer.EnsureSuccessStatusCode();
        });
    }

    /// <summary>A home's declaration over the API.</summary>
    /// <param name="by">A number sent as the declarer's name, so that a screen can recognise the update.</param>
    public HttpRequestMessage DeclareRequest(int home, int number, int by)
    {
        var request = Command(home, "declare-vacancies", Declare(number));
        request.Headers.Add("Acting-As", by.ToString(CultureInfo.InvariantCulture));
        return request;
    }

    /// <summary>A command to a home over the API.</summary>
    public HttpRequestMessage Command<TCommand>(int home, string command, TCommand body) => Command(SiteKind.CareHome, Key(home), command, body);

    /// <summary>A command to any site over the API.</summary>
    public static HttpRequestMessage Command<TCommand>(SiteKind kind, SiteKey site, string command, TCommand body) =>
        new(HttpMethod.Post, new Uri($"{SiteApi.AddressOf(kind, site)}/{command}", UriKind.Relative)) { Content = JsonContent.Create(body, options: DomainJson.Options) };
}
