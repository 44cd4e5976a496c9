// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {AccessControlUpgradeable} from "@openzeppelin/contracts-upgradeable/access/AccessControlUpgradeable.sol";
import {BeaconProxy} from "@openzeppelin/contracts/proxy/beacon/BeaconProxy.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {CrossDomainMessenger} from "../bridge/CrossDomainMessenger.sol";
import {IL1Bridge} from "../bridge/IL1Bridge.sol";
import {LockingInfo} from "./LockingInfo.sol";
import {SequencerAgent} from "./SequencerAgent.sol";

interface IMintFromL1 {
    function mintFromL1(uint256 amount) external;
}

/// Spreads ENKI's METIS over its sequencers and tells L2 of every reward. It is also the beacon of its agents.
contract Dealer is AccessControlUpgradeable {
    using SafeERC20 for IERC20;

    bytes32 public constant BACKEND_ROLE = keccak256("BACKEND_ROLE");

    address public sequencerAgentTemplate;
    address public metis;
    address public lockingPool;
    address public lockingInfo;
    address public messenger;
    address public l2Minter;
    uint256 public sumRewards;
    uint32 public l2Gas;
    uint32 public sequencerAgentCount;
    bool public withdrawRewards;
    uint32[] public activeSequencerIds;
    mapping(uint32 agentId => address) public sequencerAgents;

    event SequencerAgentAdded(uint32 index, address agent);
    event SequencerRelocked(uint32 index, uint256 amount, uint256 reward);
    event L2MetisMinted(uint256 amount);
    event DepositToRedemptionQueue(uint256 amount);
    event WithdrawRewardsSet(bool oldValue, bool newValue);

    function initialize(address template, address metis_, address pool, address info, address l2Minter_)
        external
        initializer
    {
        _grantRole(DEFAULT_ADMIN_ROLE, msg.sender);
        sequencerAgentTemplate = template;
        metis = metis_;
        lockingPool = pool;
        lockingInfo = info;
        messenger = IL1Bridge(LockingInfo(info).bridge()).messenger();
        l2Minter = l2Minter_;
        l2Gas = 2_000_000;
    }

    /// The beacon's answer to its agents.
    function implementation() external view returns (address) {
        return sequencerAgentTemplate;
    }

    function setWithdrawRewards(bool yes) external onlyRole(DEFAULT_ADMIN_ROLE) {
        emit WithdrawRewardsSet(withdrawRewards, yes);
        withdrawRewards = yes;
    }

    function addAgent() external onlyRole(DEFAULT_ADMIN_ROLE) returns (uint32 agentId) {
        bytes memory init = abi.encodeCall(SequencerAgent.initialize, (address(this), lockingPool, lockingInfo, metis));
        agentId = sequencerAgentCount++;
        sequencerAgents[agentId] = address(new BeaconProxy(address(this), init));
        emit SequencerAgentAdded(agentId, sequencerAgents[agentId]);
    }

    function activeSequencerCount() external view returns (uint32) {
        return uint32(activeSequencerIds.length);
    }

    function sequencerData(uint32 agentId) public view returns (SequencerAgent.SequencerData memory) {
        return SequencerAgent(sequencerAgents[agentId]).sequencerData();
    }

    function totalLocked() external view returns (uint256 total) {
        for (uint256 i = 0; i < activeSequencerIds.length; i++) total += sequencerData(activeSequencerIds[i]).amount;
    }

    /// First lock of an agent; rewards always go to the L2 minter.
    function lockFor(uint32 agentId, address signer, uint256 amount, bytes calldata pubkey)
        external
        onlyRole(DEFAULT_ADMIN_ROLE)
    {
        for (uint256 i = 0; i < activeSequencerIds.length; i++) {
            require(activeSequencerIds[i] != agentId, "Dealer: already active");
        }
        activeSequencerIds.push(agentId);
        IERC20(metis).safeTransfer(sequencerAgents[agentId], amount);
        SequencerAgent(sequencerAgents[agentId]).lock(signer, l2Minter, amount, pubkey);
    }

    /// Locks the Dealer's METIS up to the cap of each agent. Rewards are locked too, or, when told so or when the cap leaves no
    /// room, sent to the L2 minter. Either way L2 is told to mint the sum of all rewards as eMetis.
    function relock() external payable onlyRole(BACKEND_ROLE) returns (uint256 processed) {
        require(activeSequencerIds.length > 0, "Dealer: no active sequencer");
        uint256 rewards;
        for (uint256 i = 0; i < activeSequencerIds.length; i++) {
            (uint256 amount, uint256 reward) = _relock(activeSequencerIds[i]);
            processed += amount + reward;
            rewards += reward;
        }
        if (rewards == 0) return processed;
        sumRewards += rewards;
        CrossDomainMessenger(messenger).sendMessage{value: msg.value}(
            l2Minter, abi.encodeCall(IMintFromL1.mintFromL1, (rewards)), l2Gas
        );
        emit L2MetisMinted(rewards);
    }

    function withdrawLocking(uint32 agentId, uint256 amount) external onlyRole(BACKEND_ROLE) {
        SequencerAgent(sequencerAgents[agentId]).withdrawLocking(amount);
    }

    function depositToRedemptionQueue(uint256 amount) external payable onlyRole(BACKEND_ROLE) {
        LockingInfo info = LockingInfo(lockingInfo);
        IERC20(metis).safeApprove(info.bridge(), amount);
        IL1Bridge(info.bridge()).depositERC20ToByChainId{value: msg.value}(
            info.l2ChainId(), metis, info.l2Token(), l2Minter, amount, l2Gas, ""
        );
        emit DepositToRedemptionQueue(amount);
    }

    function unlock(uint32 agentId) external payable onlyRole(DEFAULT_ADMIN_ROLE) {
        SequencerAgent(sequencerAgents[agentId]).unlock{value: msg.value}(l2Gas);
        for (uint256 i = 0; i < activeSequencerIds.length; i++) {
            if (activeSequencerIds[i] != agentId) continue;
            activeSequencerIds[i] = activeSequencerIds[activeSequencerIds.length - 1];
            activeSequencerIds.pop();
            return;
        }
    }

    function unlockClaim(uint32 agentId) external payable onlyRole(DEFAULT_ADMIN_ROLE) {
        SequencerAgent(sequencerAgents[agentId]).unlockClaim{value: msg.value}(l2Gas);
    }

    function _relock(uint32 agentId) private returns (uint256 amount, uint256 reward) {
        SequencerAgent agent = SequencerAgent(sequencerAgents[agentId]);
        SequencerAgent.SequencerData memory seq = agent.sequencerData();
        uint256 cap = LockingInfo(lockingInfo).maxLock();
        uint256 idle = IERC20(metis).balanceOf(address(this));
        uint256 room = seq.amount < cap ? cap - seq.amount : 0;
        amount = idle < room ? idle : room;
        reward = seq.reward;
        if (amount + reward == 0) return (0, 0);
        bool toL2 = withdrawRewards || seq.amount + amount + reward > cap;
        if (toL2 && reward > 0) agent.withdrawRewards(l2Gas);
        if (toL2 && amount == 0) return (amount, reward);
        IERC20(metis).safeTransfer(address(agent), amount);
        agent.relock(amount);
        emit SequencerRelocked(agentId, amount, reward);
    }
}
