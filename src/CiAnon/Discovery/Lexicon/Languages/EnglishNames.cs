using CiAnon.Strategies;

namespace CiAnon.Discovery.Lexicon.Languages;

/// <summary>English words in names of columns.</summary>
internal static class EnglishNames
{
    public static readonly ColumnWords[] All =
    [
        new(PersonalKind.Email, "English", """
            *email, email address, email addr, emailaddr, mail address, ?mail, ?mail to, ?mail from, reply to, ?cc email, ?bcc, gmail, contact email
            """),
        new(PersonalKind.Phone, "English", """
            *phone, phone number, phone no, ph no, phone num, telephone number, tel, tel no, tel num, *mobile, mobile number, mobile no, cell, cell number,
            cellphone, *fax, fax number, landline, whatsapp, msisdn, contact number, contact no, ?sms number, caller number, pager, ?dialed number,
            emergency number, emergency phone, emergency contact number, clid, ?cli, caller, sat phone, satellite phone, phone private, private phone
            """),
        new(PersonalKind.Name, "English", """
            full name, ?name, display name, given and family name, person name, customer name, client name, contact name, contact person, patient name,
            employee name, emp name, guest name, passenger name, tenant name, member name, student name, teacher name, doctor name, author name,
            owner name, holder name, holder, card holder, cardholder, cardholder name, account holder, name on card, recipient name, recipient, sender name, buyer name, seller name,
            beneficiary, beneficiary name, payee, insured name, policyholder, policy holder, spouse name, emergency contact, emergency contact name, next of kin, legal name, birth name, real name,
            ship name, bill name, billing name, shipping name, signed by, signatory, signer, ?salesperson, ?sales rep, ?attention, attn, ?assigned to name,
            ?author, ?reviewer, ?approver, ?manager name, referee, guardian name, mother name, father name, applicant, applicant name, landlord, ?witness,
            ?driver name, ?composer, child name, parent name, cust name, fullname, nm full,
            depositor, depositor name, account owner, account owner name, bank account holder, name of mother, name of father, ?legal representative, ?caregiver,
            ?inviter, ?billing contact, care of, address care of, care of name, care of address, co name, in care of, attention of
            """),
        new(PersonalKind.FirstName, "English", """
            *firstname, first name, fname, f name, first nm, given name, givenname, given names, forename, middle name, middlename, middle initial, preferred name, christian name,
            ?initials, ship first name, ?fst name,
            legal given, legal given name
            """),
        new(PersonalKind.LastName, "English", """
            *lastname, last name, lname, l name, last nm, *surname, family name, familyname, maiden name, mother maiden name, second name, sur name,
            legal family, family legal, legal family name
            """),
        new(PersonalKind.Username, "English", """
            *username, user name, ?login, login name, loginname, user login, screen name, screenname, nick, nickname, *nicename, handle, ?alias, gamertag, ?player name,
            twitter handle, twitter, ?instagram, ?facebook, skype, ?skype id, telegram, discord, discord tag, github login, linkedin, linkedin url, ?profile url, ?slack id,
            ?samaccountname, upn, user principal name, ?uid name, ?created by name, ?account name,
            ?from user, ?to user, ?for user, ?remote user, ?auth username,
            ?payer id, ?nsid, ?editor login, ?slack user id, ?user identifier
            """),
        new(PersonalKind.Address, "English", """
            *address, *street, street address, street name, address line, addr, addr line, line address, ~line, shipping address, billing address, home address, ?house number, house no,
            apartment, apt, apt no, ?suite, ?unit no, postal address, mailing address, residence, ?place of residence, delivery address, ?directions, ship street, bill street, po box,
            ~house, ~flat, ~building number, ~complement
            """),
        new(PersonalKind.City, "English", """
            city, town, ?hometown, home town, city name, billing city, shipping city, ?suburb, ?municipality, birthplace, birth place, place of birth, ?locality, ?village, ?location,
            ?district, address district, address city, address town, ?post office, ?neighbourhood, ?neighborhood, ?parish
            """),
        new(PersonalKind.PostalCode, "English", """
            zip, zip code, zipcode, *postal code, *postcode, post code, *postal, ?zip plus, ?eircode, pincode, pin code,
            address zip, address postcode, address postal code
            """),
        new(PersonalKind.Location, "English", """
            *latitude, *longitude, lat, lng, lon, ?long, ?geo, geo location, geolocation, geo point, gps, gps position, coordinates, coords, ?location point, ?lat lng, ?geom, ?geohash,
            ?last position, ?waypoint
            """),
        new(PersonalKind.NationalId, "English", """
            ssn, *social security, social security number, social security no, sin, nin, national id, national ids, *national id, national insurance number, national insurance, nino, *passport, passport no, passport number,
            passport id, id card, id card number, identity card, identity number, identity no, id number, id no, id document, ?document number, *tax id, taxid, tax number, tax no, tax code, tin, vat, vat id, vat number, vat no, ein,
            ?*licence, ?*license, driver license, drivers license, driving licence, license number, licence no, ?plate, license plate, plate number, number plate, vin, ?registration number, company registry, company registration number,
            medicare, medicare number, health insurance number, insurance number, insurance no, nhs number, nhs no, green card, visa number, visa no, ?voter id, citizen id, citizen number,
            alien number, pan, aadhaar, aadhar, social insurance number,
            ?chassis number, ?chassis no, driver lice num, dri lice num, dri lic num, driver lic no, dl num, lic no, lic num, national registration number, vat registration, company registration no,
            ?siren, ?siret,
            ?icn, identity card no,
            ?duns, ?duns number, dunsnumber, ni number, ni no, license plate no
            """),
        new(PersonalKind.RecordNumber, "English", """
            ?creditor id, ?creditor identifier, ?qr reference, ?end to end id, ?end to end reference, ?structured reference, ?creditor reference, ?remittance reference, ?mrn, medical record number, ?medical record no, ?student number, ?matriculation number, ?employee number, ?staff number, ?badge number, ?personnel number, ?patient number,
            ?member number
            """),
        new(PersonalKind.Account, "English", """
            iban, bic, ?swift, *bank account, account number, account no, acct no, acct number, acct num, bank account number, sort code, routing number, routing no, ?aba, ?bsb, ?account,
            counterparty iban, debtor account, creditor account, ?wallet address, bitcoin address, ?btc address, eth address, paypal, paypal email, ?sepa mandate,
            ?last digits account, ?scan check, scancheck, ?scan string, sepa debit last, ?bank acct, bank acct no
            """),
        new(PersonalKind.Card, "English", """
            card number, card no, cc number, cc no, cc num, ?cc, ?card, *credit card, *creditcard, credit card number, debit card, cvc, cvv, cvv2, card cvc, card expiry, card exp, exp month, ?card exp month, card last four, card last,
            last four, ?pan masked, ?masked pan, ?card brand,
            ?source last, ?scan credit, scancredit
            """),
        new(PersonalKind.Token, "English", """
            *password, *passwd, pwd, pass, user pass, *passphrase, password hash, password digest, encrypted password, crypted password, *secret, client secret, ?token, *access token, refresh token, reset token, ?api token,
            remember token, auth token, csrf token, session token, session key, ?session id, session data, reset password token, confirmation token, unlock token, invitation token, api key, apikey, private key, secret key,
            ssh key, ?salt, password salt, pin, pin hash, ?pin code hash, otp, otp secret, totp, totp secret, two factor secret, two factor recovery codes, mfa secret, recovery code, recovery codes, recovery token, backup codes,
            security answer, secret answer, ?activation key, user activation key, verification code, ?auth key, auth code, jwt, bearer, ?credential, ?credentials, credential data, secret data, ?webhook secret, ?signing key, ?key hash,
            ?cookie, device token, push token, ?registration token, ?one time code, ?magic link, ?digest, consumer key, consumer secret, ?nonce,
            puk, puk code, pin puk,
            ?anti phishing phrase, ?security phrase
            """),
        new(PersonalKind.Ip, "English", """
            ip, *ip address, ip addr, ipaddr, ipv, remote addr, remote address, remote ip, client ip, user ip, last ip, last login ip, current sign in ip, last sign in ip, sign in ip, *author ip,
            client addr, peer addr, src addr, dst addr, source ip, src ip, ip from, login ip, signup ip, registration ip, ?visitor ip, ?remote host, x forwarded for, poster ip
            """),
        new(PersonalKind.Device, "English", """
            *user agent, useragent, ua string, ?agent, ?browser, *mac address, mac addr, mac, imei, imsi, iccid, meid, ~device id, device uuid, ?device serial, ?serial number, ?device fingerprint,
            browser fingerprint, advertising id, ad id, idfa, gaid, aaid, android id, udid, device identifier, hardware id, hwid, ?visitor id, ?client id cookie, eui, dev eui, ~fingerprint,
            ?ua, last ua, client ua, ?fp hash, ?source fingerprint
            """),
        new(PersonalKind.BirthDate, "English", """
            *birth, dob, date of birth, birth date, birthday, bday, b day, birth year, year of birth, yob, age, ?age years, date of death, death date, death year, year of death, died at, died on, deceased on, deceased at
            """),
        new(PersonalKind.Gender, "English", "*gender, sex, salutation, honorific, courtesy title, title of courtesy, pronouns, ?title prefix, name prefix, ?mr mrs"),
        new(PersonalKind.Company, "English", """
            company, company name, ?employer, employer name, business name, organisation name, organization name, org name, legal entity name, firm name, ?workplace, ship company,
            bill company, supplier name, vendor name, ?merchant name, school name,
            ?facility, ?facility name
            """),
        new(PersonalKind.Income, "English", """
            *salary, *income, wage, ?wages, hourly rate, pay rate, annual pay, gross pay, net pay, bonus amount, ?bonus, ?compensation, ~balance, ?account balance, credit score, credit limit, net worth,
            ?pension, ?commission pct, ?loan amount, ?debt, ?monthly rent, ?rent amount, ?sum insured,
            ?source of wealth, ?base comp, ?comp base
            """),
        new(PersonalKind.Special, "English", """
            *diagnos, diagnosis code, icd, icd code, icd 10, *disab, *ethnic, *health, race, religion, religious, ?belief, blood, blood type, blood group, allergy, allergies, medication, medications, prescription, symptoms, symptom,
            treatment, ?procedure code, ?condition code, medical history, ?chief complaint, vital signs, blood pressure, heart rate, ~weight kg, ~height cm, body weight, bmi, hiv, hiv status, pregnant, pregnancy, is pregnant, sexual orientation, ?orientation,
            sexuality, looking for gender, interested in, political party, party affiliation, political opinion, political, union member, trade union, union membership, criminal record, conviction, convictions, offence, ?felony, genetic, biometric, fingerprint template,
            face embedding, nationality, *nationality, citizenship, marital status, marital, smoker, ?sick days, sick leave, sick note, ?lab result, ?test result, vaccination, vaccine, dietary, dietary requirements, meal preference, ?meal, ?special needs, church tax, denomination, ?mental, therapy, surgery,
            ?pep, ?pep flag, ?ethnic group
            """),
        new(PersonalKind.FreeText, "English", """
            password hint,
            ?*notes, ?note, ?*comment, ?comments, ?remark, remarks, ?*message, ?body, ?content, ?*description, ?bio, biography, ?about, about me, ?feedback, ?memo, ?text, ?details, ?transcript, ?review text,
            ?internal notes, ?complaint, ?reason text, ?observation, ?observations, ?findings, ?signature, ?summary, ?subject, ?question, ?answer, ?response text, ?post text, ?chat, ?anamnesis, ?instructions
            """),
    ];
}
