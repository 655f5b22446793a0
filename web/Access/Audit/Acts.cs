using System.Text.Json;
using CapacityBoard.Assessments;
using CapacityBoard.Beds;
using CapacityBoard.Enquiries;
using CapacityBoard.GrandRounds;
using CapacityBoard.Holds;
using CapacityBoard.Offers;
using CapacityBoard.Residences;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Access.Audit;

/// <summary>The codes in the access log other than commands, which are logged by their own names.</summary>
internal static class Acts
{
    public const string SawStays = "saw-stays";
    public const string SawAudit = "saw-audit";
    public const string Exported = "exported";
    public const string SignedIn = "signed-in";
    public const string SignInFailed = "sign-in-failed";
    public const string LockedOut = "locked-out";
    public const string SignedOut = "signed-out";
    public const string SignedOutEverywhere = "signed-out-everywhere";
    public const string Joined = "joined";
    public const string PasswordChanged = "password-changed";
    public const string AuthenticatorSet = "authenticator-set";
    public const string AuthenticatorReset = "authenticator-reset";
    public const string RecoveryCodesMade = "recovery-codes-made";
    public const string RecoveryCodeUsed = "recovery-code-used";
    public const string PasskeyAdded = "passkey-added";
    public const string PasskeyRenamed = "passkey-renamed";
    public const string PasskeyRemoved = "passkey-removed";
    public const string CameFrom = "came-from";
    public const string Invited = "invited";
    public const string LinkMade = "link-made";
    public const string PasswordLinkMade = "password-link-made";
    public const string NoticeRead = "notice-read";
    public const string RoleGiven = "role-given";
    public const string RoleTaken = "role-taken";
    public const string Unlocked = "unlocked";
    public const string AccountClosed = "account-closed";
    public const string AccountReopened = "account-reopened";
    public const string ImportSent = "import-sent";
    public const string PostcodesImported = "postcodes-imported";
    public const string KeyMade = "key-made";
    public const string KeyRevoked = "key-revoked";
    public const string WallboardLinkMade = "wallboard-link-made";
    public const string WallboardLinkRevoked = "wallboard-link-revoked";
    public const string PolicySet = "policy-set";
    public const string FeedSet = "feed-set";
    public const string MessagesDismissed = "feed-messages-dismissed";
    public const string HospitalFollowed = "hospital-system-followed";
    public const string InpatientsListed = "inpatients-listed";
    public const string ChannelAdded = "message-address-added";
    public const string ChannelRemoved = "message-address-removed";
    public const string LogCut = "log-cut";
    public const string Refused = "refused";

    /// <summary>A command's name, as in API addresses: <c>place-hold</c>.</summary>
    public static string Of(SiteCommand command) => JsonNamingPolicy.KebabCaseLower.ConvertName(command.GetType().Name);

    /// <summary>The stay that a command concerns, or two for a swap; null if none.</summary>
    public static string? StayOf(SiteCommand command) => command switch
    {
        PlaceHold hold => hold.Stay,
        MakeEnquiry enquiry => enquiry.Stay,
        AdmitStay admission => admission.Stay,
        ChangeBed change => change.Stay,
        SwapBeds swap => $"{swap.Stay} {swap.With}",
        SetExpectedDischarge expected => expected.Stay,
        DeclareMedicallyOptimised declared => declared.Stay,
        WithdrawMedicallyOptimised withdrawn => withdrawn.Stay,
        CancelMedicallyOptimised cancelled => cancelled.Stay,
        DischargeStay discharge => discharge.Stay,
        CancelDischarge cancelled => cancelled.Stay,
        CancelAdmission cancelled => cancelled.Stay,
        CorrectStay correction => correction.Stay,
        BeginTransfer transfer => transfer.With is { } other ? $"{transfer.Stay} {other}" : transfer.Stay,
        PlanCommand plan => plan.Stay,
        ReviewCommand review => review.Stay,
        OfferCommand offer => offer.Stay,
        AssessmentCommand assessment => assessment.Stay,
        SetUsualResidence residence => residence.Stay,
        AnswerReturn answer => answer.Stay,
        _ => null,
    };
}
