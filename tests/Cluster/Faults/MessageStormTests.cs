using System.Globalization;
using System.Text.RegularExpressions;
using CapacityBoard.Access.Store;
using CapacityBoard.Enquiries;
using CapacityBoard.Messages;
using CapacityBoard.Messages.Channels;
using CapacityBoard.Processes;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using CapacityBoard.Support.Messages;
using CapacityBoard.Ui.Forms;
using MimeKit;
using SmtpServer.Protocol;

namespace CapacityBoard.Faults;

/// <summary>Thousands of enquiries, a mail server that refuses a third of what it is given, and a node that is killed again and again.</summary>
public sealed partial class MessageStormTests : IAsyncDisposable
{
    private const int Homes = 500;
    private const int EachHome = 20;
    private const int Kills = 5;
    private const int WriteAtOnce = 16;
    private const int SentAtOnce = 8;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Each enquiry's number at its home, by the element of the page to which its link leads.</summary>
    private static readonly Dictionary<string, int> Numbers =
        (from home in Enumerable.Range(0, Homes) from enquiry in Enumerable.Range(0, EachHome) select (home, enquiry)).ToDictionary(each => ElementId.Of("enquiry", IdOf(each.home, each.enquiry)), each => each.enquiry);

    private static readonly SiteKey Ward = SiteKey.Parse("elsewhere/hospital/a1");

    private readonly TemporaryFolder _folder = new();
    private readonly MailServer _mail = new MailServer().Start();
    private readonly Lock _gate = new();

    /// <summary>The enquiries of which each home was told, in the order in which it read of them.</summary>
    private readonly List<int>[] _told = [.. Enumerable.Range(0, Homes).Select(_ => new List<int>())];

    private readonly int[] _refused = new int[Homes];
    private readonly Random _dice = new(2018);
    private int _arrived;

    [Fact]
    public async Task GivenManyMatters_WhenTheProviderFailsAndTheNodeIsKilled_ThenEachArrivesInOrderAndNoneMoreThanTwice()
    {
        _mail.Answer = Take;
        var data = _folder.PathOf("data");
        var program = ServerProgram.Web("--data", data)
            .With("Messages:Url", "https://board.example.nhs.uk")
            .With("Messages:Smtp:Host", "127.0.0.1")
            .With("Messages:Smtp:Port", $"{_mail.Port}")
            .With("Messages:Smtp:Security", "None")
            .With("Messages:Smtp:From", "board@example.nhs.uk");
        await using var server = await ServerProcess.Start(program);
        await MachineKey.Give(data, connectionString: null);
        await Subscribe(data);
        var running = server;
        await ForEachHome(running.Address, (user, home) => user.CareHome(Home(home).Name, total: 30, occupied: 10));

        // Two waves, so that no recipient has more than the six messages that an hour allows.
        var killed = 0;
        for (var wave = 0; wave < 2; wave++)
        {
            var enquiries = Enumerable.Range(wave * EachHome / 2, EachHome / 2).ToList();
            await ForEachHome(running.Address, async (user, home) =>
            {
                foreach (var enquiry in enquiries)
                {
                    (await user.Say(SiteKind.CareHome, Home(home), Asked(home, enquiry), IdOf(home, enquiry))).ThenAccepted();
                }
            });
            while (killed < (wave + 1) * Kills / 2.0)
            {
                var before = _mail.Taken.Count;
                await Deadline.Until(() => _mail.Taken.Count >= before + 60 || _arrived >= Homes * (enquiries[^1] + 1), "messages are on their way", Longest);
                await running.Kill();
                running = await running.StartAgain();
                killed++;
            }

            // A turn that a kill cut off is given out again after two minutes. A kill in that turn too would have it sent a third time.
            await Deadline.Until(() => _arrived == Homes * (enquiries[^1] + 1), "the wave has arrived", Longest);
        }

        await Deadline.Until(() => _arrived == Homes * EachHome, "every enquiry has arrived", Longest);
        await running.DisposeAsync();

        killed.ShouldBe(Kills);
        foreach (var home in Enumerable.Range(0, Homes))
        {
            _told[home].Distinct().ShouldBe(Enumerable.Range(0, EachHome), $"home {home} is told of each, in order");
            _told[home].CountBy(enquiry => enquiry).ShouldAllBe(count => count.Value <= 2);
        }

        // Only what was on its way when the node was killed may come twice, and it says so.
        var repeated = _told.SelectMany(told => told.CountBy(enquiry => enquiry)).Count(each => each.Value == 2);
        repeated.ShouldBeLessThanOrEqualTo(Kills * SentAtOnce * EachHome);
        (repeated == 0 || _mail.Taken.Any(mail => mail.TextBody!.StartsWith("You may have had this", StringComparison.Ordinal))).ShouldBeTrue();
    }

    public async ValueTask DisposeAsync()
    {
        await _mail.DisposeAsync();
        _folder.Dispose();
    }

    private static string IdOf(int home, int enquiry) => $"e-{home}-{enquiry}";

    private static SiteKey Home(int home) => SiteKey.Of(ApiUser.Locality, $"home-{home}");

    /// <summary>Each is to be answered a minute later than the one before, which gives them their order.</summary>
    private static MakeEnquiry Asked(int home, int enquiry) => new(
        ApiUser.Type, $"R-{home}-{enquiry}", Ward, AnswerBy: TimeProvider.System.GetUtcNow().AddHours(100).AddMinutes(enquiry));

    /// <summary>Every home has one address, confirmed and open all day.</summary>
    private static async Task Subscribe(string data)
    {
        var channels = new ChannelStore(AccessErrand.InFolder(data).Store, TimeProvider.System);
        foreach (var home in Enumerable.Range(0, Homes))
        {
            var channel = await channels.Add(Recipient.Of(Home(home)), ChannelKind.Email, $"home-{home}@homes.example", "Tests", isVerified: true);
            await channels.Choose(channel, [MessageGroup.Asked], 0, 24);
        }
    }

    private static async Task ForEachHome(Uri server, Func<ApiUser, int, Task> act)
    {
        using var http = MachineKey.Client(server);
        var user = new ApiUser(http);
        await Parallel.ForEachAsync(Enumerable.Range(0, Homes), new ParallelOptions { MaxDegreeOfParallelism = WriteAtOnce }, async (home, _) => await act(user, home));
    }

    /// <summary>Refuses a third of the e-mails for now, and none of them more than three times in a row: each time the next try is later.</summary>
    private SmtpResponse? Take(MimeMessage mail)
    {
        lock (_gate)
        {
            var home = int.Parse(mail.To.Mailboxes.Single().LocalPart["home-".Length..], CultureInfo.InvariantCulture);
            if (_refused[home] < 3 && _dice.Next(3) == 0)
            {
                _refused[home]++;
                return new(SmtpReplyCode.Aborted, "Try again later");
            }

            _refused[home] = 0;
            var told = _told[home];
            var before = told.Distinct().Count();
            told.AddRange(EnquiriesIn(mail));
            _arrived += told.Distinct().Count() - before;
            return null;
        }
    }

    private static IEnumerable<int> EnquiriesIn(MimeMessage mail) => Links().Matches(mail.TextBody!).Select(match => Numbers[match.Value]);

    [GeneratedRegex("(?<=#)enquiry-[0-9a-z-]+")]
    private static partial Regex Links();
}
