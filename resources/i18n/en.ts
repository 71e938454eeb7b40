<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AwayPart</name>
    <message numerus="yes"><source>In the fridge by your record: %n syringe(s).</source><translation><numerusform>In the fridge by your record: %n syringe.</numerusform><numerusform>In the fridge by your record: %n syringes.</numerusform></translation></message>
    <message numerus="yes"><source>Out by your record: %n syringe(s).</source><translation><numerusform>Out by your record: %n syringe.</numerusform><numerusform>Out by your record: %n syringes.</numerusform></translation></message>
</context>
<context>
    <name>CalendarPage</name>
    <message numerus="yes"><source>Changed %n time(s); the history keeps every version.</source><translation><numerusform>Changed %n time; the history keeps every version.</numerusform><numerusform>Changed %n times; the history keeps every version.</numerusform></translation></message>
</context>
<context>
    <name>NotSureCard</name>
    <message numerus="yes"><source>By your record, %n unused syringe(s) should be left.</source><translation><numerusform>By your record, %n unused syringe should be left.</numerusform><numerusform>By your record, %n unused syringes should be left.</numerusform></translation></message>
</context>
<context>
    <name>NoticesQuestion</name>
    <message numerus="yes"><source>%n minute(s)</source><translation><numerusform>%n minute</numerusform><numerusform>%n minutes</numerusform></translation></message>
</context>
<context>
    <name>SaveCalendar</name>
    <message numerus="yes"><source>Reminders in this file: %n.</source><translation><numerusform>Reminders in this file: %n.</numerusform><numerusform>Reminders in this file: %n.</numerusform></translation></message>
</context>
<context>
    <name>SharpsPart</name>
    <message numerus="yes"><source>In it by your record: %n syringe(s).</source><translation><numerusform>In it by your record: %n syringe.</numerusform><numerusform>In it by your record: %n syringes.</numerusform></translation></message>
    <message numerus="yes"><source>%n more syringe(s), then replace it.</source><translation><numerusform>%n more syringe, then replace it.</numerusform><numerusform>%n more syringes, then replace it.</numerusform></translation></message>
    <message numerus="yes"><source>Replaced on {0}. In it: %n syringe(s).</source><translation><numerusform>Replaced on {0}. In it: %n syringe.</numerusform><numerusform>Replaced on {0}. In it: %n syringes.</numerusform></translation></message>
</context>
<context><name>sites</name><message numerus="yes"><source>rested %n day(s)</source><translation><numerusform>rested %n day</numerusform><numerusform>rested %n days</numerusform></translation></message></context><context><name>table</name><message numerus="yes"><source>New doses: %n.</source><translation><numerusform>New doses: %n.</numerusform><numerusform>New doses: %n.</numerusform></translation></message></context><context><name>table</name><message numerus="yes"><source>New days without a dose: %n.</source><translation><numerusform>New days without a dose: %n.</numerusform><numerusform>New days without a dose: %n.</numerusform></translation></message></context><context><name>TodayPage</name><message numerus="yes"><source>%n more</source><translation><numerusform>%n more</numerusform><numerusform>%n more</numerusform></translation></message></context><context><name>today</name><message numerus="yes"><source>%n syringe(s) can still be looked at.</source><translation><numerusform>%n syringe can still be looked at.</numerusform><numerusform>%n syringes can still be looked at.</numerusform></translation></message></context><context><name>Window</name><message numerus="yes"><source>Parts of your record were changed from outside this program: %n.</source><translation><numerusform>Parts of your record were changed from outside this program: %n.</numerusform><numerusform>Parts of your record were changed from outside this program: %n.</numerusform></translation></message></context><context><name>words</name><message numerus="yes"><source>It rested longest: %n day(s).</source><translation><numerusform>It rested longest: %n day.</numerusform><numerusform>It rested longest: %n days.</numerusform></translation></message></context><context><name>words</name><message numerus="yes"><source>%n day(s) ago</source><translation><numerusform>%n day ago</numerusform><numerusform>%n days ago</numerusform></translation></message></context><context><name>words</name><message numerus="yes"><source>%n day(s) without an answer. What happened?</source><translation><numerusform>%n day without an answer. What happened?</numerusform><numerusform>%n days without an answer. What happened?</numerusform></translation></message></context><context><name>words</name><message numerus="yes"><source>%n syringe(s) left.</source><translation><numerusform>%n syringe left.</numerusform><numerusform>%n syringes left.</numerusform></translation></message></context>
</TS>
