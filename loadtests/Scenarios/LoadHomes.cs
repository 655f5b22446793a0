using System.Collections.Immutable;
using System.Globalization;
using System.Net.Http.Json;
using CapacityBoard.Beds;
using CapacityBoard.Journal;
using CapacityBoard.Processes;
using CapacityBoard.Sites;

namespace CapacityBoard.Scenarios;

/// <summary>The care homes that the load updates.</summary>
internal static class LoadHomes
{
    public const string Locality = "load";
    public const int Beds = 40;

    public const int Count = 120;

    public static SiteKey Key(int index) => SiteKey.Of(Locality, $"home-{index}");

    public static SiteDetails Details(int index) => new(SiteKind.CareHome, $"Home {index}", Neighbourhood: $"Neighbourhood {index % 8}");

    public static DeclareVacancies Declare(int number) => new([new DeclaredLine(BedType.GeneralNursing, Beds, number % Beds)]);

    public static SiteEvent Declared(int number) =>
        new VacanciesDeclared(ImmutableArray.Create(new LineDeclared(BedType.GeneralNursing, Beds, number % Beds, 0)));

    /// <summary>Registers the homes on a server's board.</summary>
    public static async Task Register(Uri server)
    {
        using var http = MachineKey.Client(server);
        for (var home = 0; home < Count; home++)
        {
            using var answer = await http.PutAsJsonAsync(SiteApi.AddressOf(SiteKind.CareHome, Key(home)), SiteDetailsJson.Of(Details(home)));
            answer.EnsureSuccessStatusCode();
        }
    }

    /// <summary>A home's declaration over the API.</summary>
    /// <param name="by">A number sent as the declarer's name, so that a screen can recognise the update.</param>
    public static HttpRequestMessage DeclareRequest(int home, int number, int by)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, SiteApi.AddressOf(SiteKind.CareHome, Key(home)) + "/declare-vacancies")
        {
            Content = JsonContent.Create(Declare(number), options: DomainJson.Options),
        };
        request.Headers.Add("Acting-As", by.ToString(CultureInfo.InvariantCulture));
        return request;
    }
}
