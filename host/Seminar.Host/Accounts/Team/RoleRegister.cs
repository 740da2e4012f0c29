using Dapper;
using Seminar.Contracts;
using Seminar.Host.Access;
using Seminar.Host.Accounts.Store;
using Seminar.Host.Themes;

namespace Seminar.Host.Accounts.Team;

/// <summary>Gives and takes roles.</summary>
internal sealed class RoleRegister(AccountsDatabase accounts, ThemeRegistry themes)
{
    /// <summary>The roles that can be given, from the one who may most, with their French names.</summary>
    public static IReadOnlyList<(string Value, string Label)> Choices { get; } =
    [
        .. Enum.GetValues<Role>().Where(role => role > Role.Participant).OrderDescending().Select(role => (role.ToString(), RoleNames.Of(role))),
    ];

    public IEnumerable<Refusal> Check(string? role, string? workshop)
    {
        if (Choices.All(choice => choice.Value != role))
        {
            yield return new Refusal("role", "Choisissez un rôle dans la liste.");
        }
        else if (IsOfAWorkshop(role) && themes.All.All(theme => theme.Key != workshop))
        {
            yield return new Refusal("atelier", "Choisissez l’atelier où ce rôle est tenu.");
        }
    }

    public Task GiveAsync(Guid account, string role, string? workshop, CancellationToken cancel) => accounts.Database.WriteAsync(
        connection => connection.Execute(
            "INSERT INTO account_role (account, role, workshop) VALUES (@account, @role, @workshop) ON CONFLICT DO NOTHING",
            new { account, role, workshop = IsOfAWorkshop(role) ? workshop : "" }),
        cancel);

    /// <returns>False when nobody would be left to administer; nothing is changed then.</returns>
    public Task<bool> TakeAsync(Guid account, string role, string? workshop, CancellationToken cancel) => accounts.Database.WriteAsync(
        connection =>
        {
            if (role == nameof(Role.Administrator) && !LastAdministrator.LeavesOne(connection, account))
            {
                return false;
            }

            connection.Execute(
                "DELETE FROM account_role WHERE account = @account AND role = @role AND workshop = @workshop",
                new { account, role, workshop = workshop ?? "" });
            return true;
        },
        cancel);

    public static bool IsOfAWorkshop(string? role) => role is not (nameof(Role.Administrator) or nameof(Role.Coordinator));
}
