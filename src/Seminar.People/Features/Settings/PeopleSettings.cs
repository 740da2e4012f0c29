using System.Security.Cryptography;
using Dapper;
using MediatR;
using Seminar.Contracts.Storage;

namespace Seminar.People.Features.Settings;

/// <summary>Asks for the settings of registration and of what is kept how long.</summary>
internal sealed record GetSettings : IRequest<PeopleSettings>;

/// <summary>The settings.</summary>
/// <param name="RegistrationIsOpen">Whether anyone may register on the public page.</param>
/// <param name="Day">The day of the seminar, or null.</param>
/// <param name="RetentionMonths">After how many months people become anonymous.</param>
/// <param name="SeatsGivenAt">When wishes were first turned into seats; registrations take free seats at once since then.</param>
internal sealed record PeopleSettings(bool RegistrationIsOpen, DateOnly? Day, int RetentionMonths, DateTimeOffset? SeatsGivenAt);

internal sealed class GetSettingsHandler(IModuleDatabase database) : IRequestHandler<GetSettings, PeopleSettings>
{
    public async Task<PeopleSettings> Handle(GetSettings request, CancellationToken cancellationToken) =>
        await database.ReadOneAsync<PeopleSettings>(
            """
            SELECT registration_is_open AS RegistrationIsOpen, day AS Day, retention_months AS RetentionMonths, seats_given_at AS SeatsGivenAt
            FROM setting
            """,
            null, cancellationToken)
        ?? new PeopleSettings(false, null, 12, null);
}

/// <summary>Changes the settings.</summary>
internal sealed record ChangeSettings(bool RegistrationIsOpen, DateOnly? Day, int RetentionMonths) : IRequest<bool>;

internal sealed class ChangeSettingsHandler(IModuleDatabase database) : IRequestHandler<ChangeSettings, bool>
{
    public async Task<bool> Handle(ChangeSettings request, CancellationToken cancellationToken) => await database.WriteAsync(
        connection => connection.Execute(
            """
            INSERT INTO setting (only_one, registration_is_open, day, retention_months, codes_key) VALUES (1, @RegistrationIsOpen, @Day, @RetentionMonths, @key)
            ON CONFLICT (only_one) DO UPDATE SET registration_is_open = @RegistrationIsOpen, day = @Day, retention_months = @RetentionMonths
            """,
            new { request.RegistrationIsOpen, request.Day, request.RetentionMonths, key = RandomNumberGenerator.GetBytes(32) }) > 0,
        cancellationToken);
}
