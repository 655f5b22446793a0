using System.Collections.Frozen;
using CapacityBoard.Access;

namespace CapacityBoard.Help;

/// <summary>What people in each role ask, most common first.</summary>
internal static class HelpTopics
{
    private static readonly HelpTopic FindPerson = new(
        "find a person by their reference",
        "Type the reference in the search box at the top of any page, such as SH41268. Capital letters make no difference.",
        "If the person has left, the result says when and where to.");

    private static readonly HelpTopic FindBed = new(
        "find a free bed near a postcode",
        "On the board, choose the bed type from the coloured figures at the top.",
        "Enter the postcode, and the distance if you like, then choose “Show”.",
        "The nearest site is first. Each line says how old its figures are.");

    private static readonly HelpTopic MyWork = new(
        "see what waits for me",
        "Choose “My work”. The number beside it says how much waits. What is overdue is at the top, and a button does what one tap can do.");

    private static readonly HelpTopic BeTold = new(
        "be told when something waits for me",
        "Choose “My work”, then “Messages to you”.",
        "Add your e-mail address, and follow the link that is sent to it. On a phone you can also have notifications.",
        "Under “Change or remove” you say what is sent, and from and until which hour.");

    private static readonly HelpTopic WhatChanged = new(
        "see what has changed",
        "On the board, choose “What has changed”. It shows the last hour.",
        "Choose a longer time, only one kind of change, or what is new since you last looked.");

    private static readonly HelpTopic Earlier = new(
        "see how things stood at an earlier time",
        "On a board or a site’s page, choose “View an earlier time”.",
        "Move the slider, or enter a date and a time.");

    private static readonly FrozenDictionary<Role, HelpTopic[]> Topics = new Dictionary<Role, HelpTopic[]>
    {
        [Role.CareProvider] =
        [
            MyWork,
            BeTold,
            new(
                "say that a bed has become free, or has been taken",
                "Open your service’s page. You land there when you sign in.",
                "Choose + for one more free, or − for one fewer. It is saved at once."),
            new("say that nothing has changed", "On your service’s page, choose “Confirm no change”. Your figures are fresh again."),
            new(
                "say that a bed will be free soon",
                "On your service’s page, open “Add an expected vacancy”.",
                "Choose the bed type, the time and the reason, then choose “Add expected vacancy”.",
                "When the bed is free, choose “Confirm free now”."),
            new(
                "say whether a resident in hospital can come back",
                "Until you answer, the person is at the top of your service’s page, with the ward and its telephone number.",
                "Choose “Can come back with the same support” or “Needs a new assessment”. If you keep their bed, enter until when first.",
                "To change it, choose “Change answer”. Count a bed that you keep as occupied."),
            new(
                "answer an enquiry about somebody",
                "The enquiry is at the top of your service’s page, with the time by which an answer is wanted.",
                "Choose “Can take now”, or “Cannot take” and why. No bed is held yet.",
                "To give a date, see the person first or ask something, open “From a date, assess first, or ask a question”."),
            new(
                "let trusted assessors answer for us",
                "On your service’s page, open “Trusted assessors”, enter with whom you have agreed, and choose “Record agreement”.",
                "Choose “End agreement” there if you change your mind."),
            new(
                "answer a request to hold a bed",
                "The request is on your service’s page, with the time by which an answer is needed.",
                "Choose “Accept”, “Assess first” or “Decline”. The ward and the transfer team see your answer at once.",
                "When the person arrives, say so under “Arrival”. The ward confirms that they left. You can undo it for an hour."),
            new("say what your care home costs", "On your home’s page, under “Fees”, open “State fees” or “Change fees”, and choose “Save fees”. Families see it on their choice list."),
            new(
                "close beds for a time",
                "On your service’s page, open the bed type’s “change or close”.",
                "Enter how many and why. Closed beds are not shown as free."),
            WhatChanged,
        ],
        [Role.TrustedAssessor] =
        [
            MyWork,
            BeTold,
            new("see who is to be assessed", "Choose “Enquiries”. The one whose answer is wanted first is at the top."),
            new(
                "assess somebody and answer for a home",
                "On “Enquiries”, choose the home. Open “From a date, assess first, or ask a question” and choose when.",
                "When it is done, choose “Assessment done”, then “Can take now”, or “Cannot take” and why."),
        ],
        [Role.Ward] =
        [
            MyWork,
            BeTold,
            new("admit somebody", "On your ward’s page, choose “Admit” at a free bed, enter the hospital’s reference and choose “Admit”."),
            new(
                "tell a home that its resident is in hospital",
                "When you admit somebody, open “Usual residence, expected date, home and admission time” and choose the home or provider.",
                "Or open the person’s page and choose “Set usual residence”. Its answer appears there and at the bed."),
            new(
                "say that somebody is medically optimised",
                "Choose “Change” at the bed, then “Declare medically optimised”.",
                "If it was a mistake, open the person’s page and choose “The person was never medically optimised”."),
            new("set the expected date of discharge", "Choose “Change” at the bed. Choose a day, or enter another date and choose “Set date”."),
            new(
                "record what somebody is waiting for",
                "Open the person’s page by their reference.",
                "Open “Record a delay”, choose the reason and who is responsible, and choose “Record delay”.",
                "When it is solved, choose “Mark as resolved”."),
            new("reply to a home’s question", "Open the person’s page. The question stands under “Places asked”. Enter your reply and choose “Send reply”."),
            new(
                "ask for an assessment",
                "Open the person’s page by their reference, and open “Ask for an assessment”.",
                "Choose the assessment and choose “Ask for assessment”. If the person is medically optimised, the reason for delay is recorded for you.",
                "The page shows when the team promises to come, and when it is overdue."),
            new(
                "offer a place to a family",
                "Open the person’s page and choose “Find a place”. At a place, choose “Offer to the family”.",
                "When they answer, open the person’s page. At the offer, choose “Accepted”, or open “Declined” or “Wants to see it first”.",
                "The page shows when the next letter of the choice policy is due. Record it when you give it."),
            new("mark a red or green day", "Choose “Change” at the bed, then mark today green, or say why it was red."),
            new("discharge somebody", "Choose “Change” at the bed, choose when and where to, then “Discharge”."),
            new("put a mistake right", "Open the person’s page. “Correct age, home or admission time” changes a detail, and “The person never left” takes back a discharge."),
            FindPerson,
            WhatChanged,
        ],
        [Role.TransferTeam] =
        [
            MyWork,
            BeTold,
            new(
                "see who could leave today, and where to",
                "Choose “Plan”. It proposes a bed for as many people as possible, the longest waits first, with why and what would change it.",
                "Choose “Hold bed” to hold a proposed bed for 24 hours. Nothing is held by itself, and the plan is made again at once.",
                "“Already arranged” says who has to answer or act, and by when. “Left out” says why for each person."),
            FindBed,
            new(
                "hold a bed for somebody",
                "Open the person’s page and choose “Find a place”. The list shows which places fit and why others do not.",
                "Choose “Hold” at a place, say until when, and choose “Hold bed”. The place is asked at once.",
                "Its answer appears on the person’s page."),
            new(
                "ask homes about somebody early",
                "Open the person’s page and choose “Find a place”. Tick the places and choose “Ask ticked places”. No bed is held.",
                "Their answers appear on the person’s page. Where one says yes, choose “Hold bed for 24 hours”. The others are told.",
                "“Enquiries” has all that are open: what is overdue, what was asked back, and who said yes."),
            new("see what people wait for, and what is free", "Choose “Patients”. “Waiting and free” has both for each type of place. Each number leads to the people, or to the places."),
            new("find who could come to a free bed", "Open the place’s page and choose “Who could come here”. The longest wait is first, each with why. Hold the bed from the person’s choice list."),
            new(
                "find the longest wait for one reason",
                "Choose “Patients”, open “Reasons for delay” and choose the reason.",
                "The longest wait is first. “Sorted by” has other orders."),
            new(
                "find the longest wait without a bed held",
                "Choose “Patients”, then “Filter patients”. Choose how long, and “No bed held”, then choose “Show”.",
                "The address has the filter in it, so you can keep it or send it to a colleague. “Print all” prints everyone."),
            new(
                "see who can go back to where they came from",
                "Choose “Patients”, then “Filter patients”. Under “Usual residence”, choose “Can go back to usual residence”, then choose “Show”.",
                "Their home is at the top of their choice list. On pathway 0 nobody looks for another bed for them."),
            new("see which assessments are overdue", "Choose “Assessments”, then “Overdue”. The longest wait is first."),
            new("find sites that have not updated", "On the board, choose “Sites with stale or no figures, oldest first”. Each has its telephone number.", "Choose “Ask for an update” to put it on the site’s own work list. The row then says who asked, and when."),
            new("update a site that told you by telephone", "Open the site’s page and change its figures. They are marked with your name."),
            FindPerson,
            WhatChanged,
            Earlier,
        ],
        [Role.GrandRound] =
        [
            MyWork,
            BeTold,
            new(
                "review the next stay",
                "Choose “Grand round”, then “Review next”.",
                "Choose what the round found, add actions if you need them, and choose “Save and go to next”."),
            new("print the walk sheets", "Choose “Grand round”, then “Print walk sheets”. There is a sheet for each ward."),
            new("see my actions", "Choose “Actions”. Overdue ones are marked. Choose “Mark as done” when one is done."),
            new("see only one ward, or only who is left to review", "On the grand round, choose “To review”, or sort by ward and choose the ward."),
            FindPerson,
            WhatChanged,
        ],
        [Role.Commissioner] =
        [
            MyWork,
            BeTold,
            new("suspend placements at a site", "Open the site’s page, choose “Suspend placements”, and say why and until when. Nobody can then hold a bed there."),
            new("ask a site for its figures", "On the board, choose “Sites with stale or no figures, oldest first”. At a site, choose “Ask for an update”. The site sees at once who asked."),
            new("lift a suspension", "Open the site’s page and choose “Lift suspension”."),
            new("see how delays have developed", "Choose “Reports”. Each figure leads to its table, which can be downloaded."),
            WhatChanged,
            Earlier,
        ],
        [Role.Viewer] = [FindBed, WhatChanged, Earlier, new("see reports", "Choose “Reports”. You see counts, and nobody’s details.")],
        [Role.Administrator] =
        [
            new(
                "invite people",
                "Choose “Administration”, then “People”. Say who, in which role and where, and choose “Create invitation”. Send them the link.",
                "For a whole team, paste a list instead: one person a line."),
            new("put homes, agencies and wards on the board", "Choose “Administration”. The list there leads to each step: import the directory, then paste your wards, units and agencies."),
            new("show the board on a wall", "Choose “Administration”, then “Wallboards”, and choose “Create link”. The screen needs no sign-in."),
            new("help somebody who cannot sign in", "Choose “Administration”, then “People”, and open their name. You can unlock them or send a new link."),
            new("see who looked at what", "Choose “Administration”, then “Audit”. Filter by person, site, reference or time.", "For one person or a few days, “Sorted by” has other orders."),
        ],
        [Role.Monitor] = [],
        [Role.HospitalSystem] = [],
        [Role.Assessor] =
        [
            MyWork,
            BeTold,
            new(
                "see what my team is asked for",
                "Choose “Assessments”. You land there when you sign in. The longest wait is first, and overdue ones are marked.",
                "Open “Filter assessments”, choose the assessment and the hospital, then choose “Show”. The address has the filter in it, so you can keep it."),
            new("say when we will come", "At the assessment, open “Promise a time” and choose one. For another time, open the person’s page by their reference."),
            new(
                "record that an assessment is done",
                "At the assessment, open “Record as done” and choose the outcome. Do not record any clinical detail.",
                "The reason for delay ends with it, unless another assessment is open or the ward recorded the delay separately."),
            FindPerson,
            WhatChanged,
        ],
    }.ToFrozenDictionary();

    public static IReadOnlyList<HelpTopic> Of(Role role) => Topics[role];
}
