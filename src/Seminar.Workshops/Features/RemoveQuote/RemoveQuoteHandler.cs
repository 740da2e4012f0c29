using System.Data.Common;
using System.Text.Json;
using Dapper;
using MediatR;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Workshops;

namespace Seminar.Workshops;

internal sealed class RemoveQuoteHandler(IModuleDatabase database) : IRequestHandler<RemoveQuote, bool>
{
    public Task<bool> Handle(RemoveQuote request, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            RemoveFromVersions(connection, request.Quote);
            return connection.Execute("DELETE FROM quote WHERE speaker = @Speaker AND text = @Text", new { request.Quote.Speaker, request.Quote.Text }) > 0;
        },
        cancellationToken);

    /// <summary>Published or not: who withdraws a consent is no longer quoted anywhere.</summary>
    private static void RemoveFromVersions(DbConnection connection, Quote quote)
    {
        foreach (var (number, json) in connection.Query<(int Number, string Document)>("SELECT number, document FROM report_version").AsList())
        {
            var document = JsonSerializer.Deserialize<WorkshopDocument>(json, SeedJson.Options)!;
            if (document.Quotes.Contains(quote))
            {
                var without = JsonSerializer.Serialize(document with { Quotes = [.. document.Quotes.Where(each => each != quote)] }, SeedJson.Options);
                connection.Execute("UPDATE report_version SET document = @without WHERE number = @number", new { without, number });
            }
        }
    }
}
