using System.Text.Json;
using Dapper;
using MediatR;
using Seminar.Contracts.Files;
using Seminar.Contracts.Storage;
using Seminar.Tables;

namespace Seminar.People.Features.Roster;

/// <summary>Keeps a roster aside until it is confirmed: nothing of it is registered. Answers where, or why not.</summary>
internal sealed record SendRoster(string FileName, byte[] Content) : IRequest<(Guid? Draft, string? Refusal)>;

internal sealed class SendRosterHandler(IModuleDatabase database, ISentFiles files, TimeProvider clock) : IRequestHandler<SendRoster, (Guid? Draft, string? Refusal)>
{
    public async Task<(Guid? Draft, string? Refusal)> Handle(SendRoster request, CancellationToken cancellationToken)
    {
        var (file, refusal) = await files.ReadTableAsync(request.FileName, request.Content, cancellationToken);
        if (file is null)
        {
            return (null, refusal);
        }

        var now = clock.GetUtcNow();
        var draft = Guid.CreateVersion7(now);
        await database.WriteAsync(
            connection =>
            {
                connection.Execute("DELETE FROM roster_draft WHERE sent_at < @yesterday", new { yesterday = now.AddDays(-1) });
                return connection.Execute(
                    "INSERT INTO roster_draft (id, file_name, rows, sent_at) VALUES (@draft, @FileName, @rows, @now)",
                    new { draft, request.FileName, rows = JsonSerializer.Serialize(file), now });
            },
            cancellationToken);
        return (draft, null);
    }
}
