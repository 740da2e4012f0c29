using Seminar.Contracts.Themes;
using Seminar.Host.Access;
using Seminar.Host.Accounts.Store;

namespace Seminar.Host.Accounts.Team;

internal static class TeamWords
{
    public static string State(DirectoryEntry entry) => entry switch
    {
        { IsClosed: true } => "fermé",
        { HasPassword: false } => "invité",
        { TwoFactor: true } => "actif, second facteur",
        _ => "actif",
    };

    public static IReadOnlyList<string> Roles(DirectoryEntry entry, IThemes themes) => [.. entry.Roles.Select(held => Role(held, themes))];

    public static string Role(HeldRole held, IThemes themes) => held.Workshop is null
        ? RoleNames.Of(held.Role)
        : $"{RoleNames.Of(held.Role)}, {themes.All.FirstOrDefault(theme => theme.Key == held.Workshop)?.Name ?? held.Workshop}";
}
