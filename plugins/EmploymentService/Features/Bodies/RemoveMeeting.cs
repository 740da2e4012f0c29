using System.Data.Common;
using Dapper;

namespace Seminar.Themes.EmploymentService.Features.Bodies;

/// <summary>Takes away a meeting that was announced by mistake. One of which something was said or decided stays: it can be called off.</summary>
internal sealed record RemoveMeeting(Guid Id) : IRequest<Outcome>;

internal sealed class RemoveMeetingHandler(IModuleDatabase database) : IRequestHandler<RemoveMeeting, Outcome>
{
    public async Task<Outcome> Handle(RemoveMeeting request, CancellationToken cancellationToken) =>
        await database.WriteAsync(connection => Remove(connection, request), cancellationToken)
            ? Outcome.Done
            : Outcome.Refused("", "Cette rencontre a un compte rendu ou des décisions\u00A0: elle reste. Si elle n’a pas lieu, cochez «\u00A0Annulée\u00A0».");

    private static bool Remove(DbConnection connection, RemoveMeeting request)
    {
        if (connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM decision WHERE meeting = @Id) OR EXISTS (SELECT 1 FROM agenda_item WHERE meeting = @Id AND minutes <> '')", request))
        {
            return false;
        }

        connection.Execute("DELETE FROM agenda_item WHERE meeting = @Id", request);
        connection.Execute("DELETE FROM meeting WHERE id = @Id", request);
        return true;
    }
}
