using System.Security.Cryptography;
using System.Text;
using CapacityBoard.Access;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Board;
using CapacityBoard.Commands;
using CapacityBoard.Messages.Channels;
using CapacityBoard.Projections;
using CapacityBoard.Sites;
using CapacityBoard.Ui;
using CapacityBoard.Work;

namespace CapacityBoard.Messages.Links;

/// <summary>
/// Where a link from an e-mail settles a matter, or says that it was seen. It does what its recipient may do at this moment, in their name, and works
/// once.
/// </summary>
internal sealed class DoModel(MessageLinks links, ChannelStore store, MyWork work, Callers callers, Boards boards, FoldProgress progress, SiteCommands commands, IGrainFactory grains)
    : LinkPage(links, store, LinkPurpose.Do)
{
    private Caller? _caller;

    /// <summary>Null if nothing waits any more, or the recipient may no longer settle it.</summary>
    public Matter? Matter { get; private set; }

    public LinkAct? Act => Matter is { } matter ? LinkAct.Of(matter) : null;

    public Site? Site => Matter is { } matter ? boards.Find(matter.Site) : null;

    public bool IsUsed { get; private set; }

    protected override async Task Load()
    {
        await progress.UpToDate(HttpContext.RequestAborted);
        await base.Load();
        if (Channel is not { IsOn: true, Recipient: var recipient })
        {
            return;
        }

        _caller = await CallerOf(recipient);
        var matters = _caller is null ? [] : recipient.Place is { } place ? work.OfPlace(place) : work.Of(_caller);
        Matter = matters.FirstOrDefault(matter => matter.Occasion == Link!.Matter && LinkAct.Of(matter) is { } act && _caller!.May(act.Needed, Scope.Of(matter.Site)));
        IsUsed = (await Outbox.Read()).Messages.FirstOrDefault(message => message.Id == Link!.Message)?.Used.Contains(Link!.Matter) == true;
    }

    protected override async Task Do(Channel channel)
    {
        if (IsUsed || Matter is not { } matter || Act is not { } act)
        {
            return;
        }

        if (act.Command is { } command)
        {
            // Nobody is signed in by this: the caller is gone with the request.
            HttpContext.SetCaller(_caller);
            var outcome = await commands.Execute(HttpContext, boards.Find(matter.Site)!.Kind, matter.Site, new(command, OperationOf(Link!), $"{_caller!.Name}{Caller.Via}e-mail link"));
            HttpContext.SetCaller(null);
            if (outcome.Refusal is not null)
            {
                Matter = null;
                return;
            }
        }

        await Outbox.Use(Link!.Message, Link.Matter);
        IsDone = true;
    }

    private IOutboxGrain Outbox => grains.GetGrain<IOutboxGrain>(Channel!.Recipient.Key);

    /// <summary>The person as they are now, or a place acting through its shared address.</summary>
    private async Task<Caller?> CallerOf(Recipient recipient) => recipient.Place is { } place
        ? new(CallerKind.Person, recipient.Key, boards.Find(place)?.Details?.Name ?? Labels.OfPart(place.Name), "", [new(Role.CareProvider, Scope.Of(place))])
        : await callers.Find(CallerKind.Person, recipient.Person!, HttpContext.RequestAborted) is { LacksSecondFactor: false } person ? person : null;

    /// <summary>The same for a link however often its button is pressed.</summary>
    private static string OperationOf(MessageLink link) => $"link-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{link.Message}|{link.Matter}")))[..32]}";
}
