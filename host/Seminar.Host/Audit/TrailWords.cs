using Seminar.Host.Accounts.Store;

namespace Seminar.Host.Audit;

internal static class TrailWords
{
    public static string Who(string who, IReadOnlyDictionary<Guid, DirectoryEntry> people) => who.Split(':', 2) switch
    {
        ["account", var id] => Guid.TryParse(id, out var account) && people.TryGetValue(account, out var entry) ? entry.Name : "compte effacé",
        ["badge", var number] => $"badge {number}",
        ["tablet", var group] => $"tablette du groupe {group}",
        ["key"] => "programme (clé)",
        _ => "sans être entré",
    };

    public static string Outcome(int status) => status switch
    {
        < 400 => "fait",
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => "non permis",
        StatusCodes.Status422UnprocessableEntity => "refusé",
        >= 500 => "en erreur",
        _ => "sans effet",
    };
}
